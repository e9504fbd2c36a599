namespace ReferenceConv.Verification.Candidates;

/// <summary>What a NaN does in a pooling.</summary>
public enum PoolingNaN
{
    /// <summary>Left open: no NaN is asked.</summary>
    Either,

    /// <summary>What meets a NaN is NaN.</summary>
    Propagates,

    /// <summary>A maximum is that of the other inputs. Means and gradients are not asked.</summary>
    Dropped,
}

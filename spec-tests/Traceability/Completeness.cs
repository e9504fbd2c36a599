namespace ReferenceConv.SpecTests.Traceability;

/// <summary>
/// Whether every entry has what it owes. A pure function of the two lists, so that it can be tested with lists that are wrong.
/// </summary>
internal static class Completeness
{
    /// <summary>
    /// One complaint for each thing an entry lacks, and for each claim that names nothing or names context; empty when all is well.
    /// </summary>
    public static IReadOnlyList<(string Id, string Text)> Complaints(IReadOnlyList<Debt> debts, IReadOnlyList<Claim> claims)
    {
        Dictionary<(string, string), Debt> known = debts.ToDictionary(debt => (debt.Label, debt.Id));
        ILookup<(string, string), Claimant> carried = claims.ToLookup(claim => (claim.Label, claim.Id), claim => claim.By);
        var complaints = new List<(string, string)>();

        foreach (Debt debt in debts)
        {
            Claimant[] carriers = [.. carried[(debt.Label, debt.Id)]];
            if (debt.Owes is "code+test" && !carriers.Contains(Claimant.Code))
                complaints.Add((debt.Id, $"{debt.Id} owes code: nothing in ReferenceConv carries [{debt.Label}(\"{debt.Id}\")]"));
            if (debt.Owes is "code+test" or "test" && !carriers.Contains(Claimant.Test))
                complaints.Add((debt.Id, $"{debt.Id} owes a test: no test that runs carries [{debt.Label}(\"{debt.Id}\")]"));
        }

        foreach (Claim claim in claims)
        {
            if (!known.TryGetValue((claim.Label, claim.Id), out Debt? debt))
                complaints.Add((claim.Id, $"{claim.Name} claims [{claim.Label}(\"{claim.Id}\")], which does not exist"));
            else if (debt.Owes is "none")
                complaints.Add((claim.Id, $"{claim.Name} claims {claim.Id}, which is context: nothing computes it"));
            else if (claim.By is Claimant.Neither)
                complaints.Add((claim.Id, $"{claim.Name} claims {claim.Id}, but does not run as a test"));
        }

        return complaints;
    }
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using ReferenceConv.Fast;
using ReferenceConv.Operators;
using ReferenceConv.PropertyTests.Cases;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Judging;

namespace ReferenceConv.PropertyTests.Fast;

[NUnit.Framework.TestFixture, Properties(Arbitrary = [typeof(ConvolutionCases)], QuietOnSuccess = true)]
public sealed class Im2ColLaws
{
    [FsCheck.NUnit.Property(MaxTest = 400)]
    public Property The_im2col_path_equals_the_scalar_path_on_wrapping_integers(ConvolutionCase instance, ConvolutionOperator op)
    {
        var operands = Operands<int>.Integers(instance.Geometry, op, new ExactRange(int.MaxValue, int.MaxValue), (ulong)instance.Seed, instance.HasBias);
        Difference? difference = Difference.Between<int>(
            operands.Apply(new ScalarConvolution<int>()),
            operands.Apply(new Im2ColConvolution<int>()));
        return (difference is null).Label($"{op} of {instance}: {difference}");
    }
}

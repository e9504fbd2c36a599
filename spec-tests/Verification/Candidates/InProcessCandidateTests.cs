using System.Numerics;
using System.Runtime.InteropServices;
using NUnit.Framework;
using ReferenceConv.Geometry;
using ReferenceConv.SpecTests.Verification.Rules;
using ReferenceConv.Verification.Candidates;
using ReferenceConv.Verification.Cases;
using ReferenceConv.Verification.Rules;

namespace ReferenceConv.SpecTests.Verification.Candidates;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class InProcessCandidateTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Operands<T> Three = new(
        ConvolutionGeometry.SingleChannel(new Axis(3, 1)), ConvolutionOperator.Forward, false, [T.One, T.CreateChecked(2), T.NaN], [T.One]);

    [Test]
    public void An_answer_is_handed_over()
    {
        var result = new T[3];

        Assert.That(Answer(Answers<T>.Write, result), Is.EqualTo(Reply.Done));
        Assert.That(result, Is.EqualTo(Three.Inputs[0]));
    }

    [Test]
    public void An_exception_is_a_verdict_of_one_line() => Assert.That(
        Answer(static (_, _) => throw new InvalidOperationException("no\nstack")),
        Is.EqualTo(Reply.Misconduct(Conduct.Returns, "threw InvalidOperationException: no stack")));

    [Test]
    public void An_array_that_is_too_large_is_a_verdict() => Assert.That(
        Answer(static (_, _) => GC.KeepAlive(new byte[int.MaxValue])),
        Is.EqualTo(Reply.Misconduct(Conduct.StaysInMemory, "threw OutOfMemoryException: Array dimensions exceeded supported range.")));

    [TestCase(0, "x")]
    [TestCase(1, "w")]
    public void An_input_that_is_changed_is_named(int input, string name)
    {
        Assert.That(
            Answer((operands, _) => operands.Inputs[input][0] = T.Zero),
            Is.EqualTo(Reply.Misconduct(Conduct.LeavesItsInputs, $"changed its input {name}")));
        Assert.That(Three.Inputs[input][0], Is.EqualTo(T.One), "only a copy was given");
    }

    [TestCase(-1)]
    [TestCase(-64)]
    [TestCase(3)]
    [TestCase(66)]
    public void A_write_outside_the_result_is_seen(int place) => Assert.That(
        Answer((_, result) => System.Runtime.CompilerServices.Unsafe.Add(ref MemoryMarshal.GetReference(result), place) = T.NaN),
        Is.EqualTo(Reply.Misconduct(Conduct.StaysInItsArrays, "wrote outside its result y")));

    [Test]
    public void A_result_that_is_not_written_or_only_added_to_is_said_to_be()
    {
        OperatorCase instance = Instances.Small(ConvolutionOperator.Forward);
        InProcessCandidate<T> adds = new("adds", static (operands, result) =>
        {
            T before = result[0];
            Answers<T>.Write(operands, result);
            result[0] += before;
        }, Capabilities.Convolution);

        foreach (InProcessCandidate<T> candidate in new[] { adds, new("idle", static (_, _) => { }, Capabilities.Convolution) })
            Assert.That(Instances.Rule<T>("structure").Check(candidate, instance).Fault,
                Does.Contain("was never written, or added to what stood there"));
    }

    [Test]
    public void Conduct_is_a_broken_rule_whatever_the_numbers() => Assert.That(
        Instances.Rule<T>("structure").Check(
            Candidate(static (_, _) => throw new NotFiniteNumberException("no")), Instances.Small(ConvolutionOperator.Forward)),
        Is.EqualTo(new Finding(Standing.Broken) { Conduct = Conduct.Returns, Fault = "threw NotFiniteNumberException: no" }));

    [TestCase(true, 4)]
    [TestCase(false, 1)]
    public void Calls_together_overlap_only_if_the_candidate_is_reentrant(bool isReentrant, int atOnce)
    {
        using var everybody = new Barrier(atOnce);
        int inside = 0;
        int most = 0;
        var candidate = new InProcessCandidate<T>(
            "counts",
            (operands, result) =>
            {
                int now = Interlocked.Increment(ref inside);
                most = Math.Max(most, now);
                everybody.SignalAndWait();
                Interlocked.Decrement(ref inside);
                Answers<T>.Write(operands, result);
            },
            new Capabilities { IsReentrant = isReentrant });
        T[][] results = [.. Enumerable.Range(0, 4).Select(static _ => new T[3])];

        Assert.That(candidate.AnswerTogether([Three, Three, Three, Three], [.. results]), Is.All.EqualTo(Reply.Done).And.Exactly(4).Items);
        Assert.That(results, Is.All.EqualTo(Three.Inputs[0]));
        Assert.That(most, Is.EqualTo(atOnce));
    }

    [Test]
    public void A_pooling_is_asked_by_its_interface([ValueSource(nameof(Poolings))] ConvolutionOperator op)
    {
        var candidate = new InProcessCandidate<T>("pools", new Pools());

        Assert.That(candidate.Capabilities.Operators, Is.EqualTo(ConvolutionOperators.Pooling));
        Assert.That(Instances.Broken(candidate, Instances.Small(op)), Is.Empty);
    }

    public static IEnumerable<ConvolutionOperator> Poolings => ConvolutionOperators.Pooling;

    private static InProcessCandidate<T> Candidate(Computation<T> compute) => new("candidate", compute, Capabilities.Convolution);

    private static Reply Answer(Computation<T> compute, T[]? result = null) => Candidate(compute).Answer(Three, result ?? new T[3]);

    private sealed class Pools : IPooling<T>
    {
        public void Max(ConvolutionGeometry geometry, ReadOnlySpan<T> x, Span<T> y) =>
            Answers<T>.Write(new Operands<T>(geometry, ConvolutionOperator.MaxPooling, false, [x.ToArray()]), y);

        public void MaxGradient(ConvolutionGeometry geometry, ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dx) =>
            Answers<T>.Write(new Operands<T>(geometry, ConvolutionOperator.MaxPoolingGradient, false, [x.ToArray(), dy.ToArray()]), dx);

        public void Average(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<T> x, Span<T> y) =>
            Answers<T>.Write(new Operands<T>(geometry, ConvolutionOperator.AveragePooling, countsPadding, [x.ToArray()]), y);

        public void AverageGradient(ConvolutionGeometry geometry, bool countsPadding, ReadOnlySpan<T> dy, Span<T> dx) =>
            Answers<T>.Write(new Operands<T>(geometry, ConvolutionOperator.AveragePoolingGradient, countsPadding, [dy.ToArray()]), dx);
    }
}

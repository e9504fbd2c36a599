using NUnit.Framework;

namespace ReferenceConv.SpecTests.Onnx;

/// <summary>
/// The published cases of the ONNX project, wherever they lie: the roots in ONNX_BACKEND_TESTS (colon-separated), or Debian's
/// libonnx-testdata. Integers and choices (max, pad) must be equal; float sums must lie in the derived bound around the double sum, ours
/// and the published ones.
/// </summary>
public sealed class OnnxBackendTests
{
    [TestCaseSource(nameof(Cases))]
    public void Published_case(string path) => new OnnxFolder(path, null).Check();

    [Test]
    public void The_cases_are_counted()
    {
        ILookup<string?, OnnxFolder> byReason = OnnxFolder.All.ToLookup(static folder => folder.NotApplicable, StringComparer.Ordinal);
        int applicable = OnnxFolder.All.Count(static folder => folder.NotApplicable is null);
        TestContext.Progress.WriteLine(
            $"ONNX backend cases: {applicable} run, {OnnxFolder.All.Count - applicable} not applicable (in {string.Join(":", OnnxFolder.Roots)})");
        foreach (IGrouping<string?, OnnxFolder> reason in byReason.Where(static reason => reason.Key is not null).OrderBy(
            static reason => reason.Key, StringComparer.Ordinal))
            TestContext.Out.WriteLine(
                $"not applicable, {reason.Key}: {reason.Count()}: {string.Join(" ", reason.Select(static folder => folder.Name))}");
        Assert.That(applicable + byReason.Where(static reason => reason.Key is not null).Sum(static reason => reason.Count()),
            Is.EqualTo(OnnxFolder.All.Count));
    }

    private static IEnumerable<TestCaseData> Cases()
    {
        OnnxFolder[] applicable = [.. OnnxFolder.All.Where(static folder => folder.NotApplicable is null)];
        return applicable.Length > 0
            ? applicable.Select(static folder => new TestCaseData(folder.Path).SetName(folder.Name))
            : [new TestCaseData("").SetName("no_ONNX_case").Ignore(
                $"no ONNX case with a supported operator under {string.Join(":", OnnxFolder.Roots)}")];
    }
}

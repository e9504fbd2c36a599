using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using NUnit.Framework.Internal.Execution;

namespace ReferenceConv.SpecTests.NUnitKit;

/// <summary>Runs a fixture inside a test. Fixtures that may fail are generic, because NUnit does not find those by itself.</summary>
internal sealed class KitRun
{
    private readonly ITestResult[] results;

    private KitRun(ITestResult[] results) => this.results = results;

    public static KitRun Of<TFixture>()
    {
        using var isolated = new TestExecutionContext.IsolatedContext();
        TestSuite suite = new DefaultSuiteBuilder().BuildFrom(new TypeWrapper(typeof(TFixture)));
        WorkItem work = WorkItemBuilder.CreateWorkItem(suite, TestFilter.Empty, recursive: true)!;
        work.InitializeContext(new TestExecutionContext { Dispatcher = new SimpleWorkItemDispatcher() });
        work.Execute();
        work.WaitForCompletion();
        return new KitRun([.. Leaves(work.Result)]);
    }

    /// <summary>Names of the tests that came out so, sorted.</summary>
    public string[] Named(TestStatus status) =>
        [.. results.Where(result => result.ResultState.Status == status).Select(static result => result.Name).Order(
            StringComparer.Ordinal)];

    /// <summary>What a test said.</summary>
    public string Message(string name) => results.Single(result => result.Name == name).Message;

    /// <summary>What a test wrote.</summary>
    public string Output(string name) => results.Single(result => result.Name == name).Output;

    private static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.HasChildren ? result.Children.SelectMany(Leaves) : [result];
}

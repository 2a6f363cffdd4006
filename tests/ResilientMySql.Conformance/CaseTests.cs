extern alias driver;

using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance;

/// <summary>Every case gives the same transcript in both libraries, or exactly the recorded difference.</summary>
public abstract class CaseTests(Comparer comparer)
{
    protected static TheoryData<string, CallMode> CasesOf(ServerEngine engine)
    {
        var cells = new TheoryData<string, CallMode>();
        foreach (ConformanceCase found in driver::ResilientMySql.Conformance.Cases.CaseList.All.Values.Where(found => found.RunsOn(engine)))
        {
            cells.Add(found.Name, CallMode.Sync);
            cells.Add(found.Name, CallMode.Async);
        }

        return cells;
    }

    protected async Task CheckAsync(string name, CallMode mode)
    {
        ConformanceCase found = driver::ResilientMySql.Conformance.Cases.CaseList.All[name];
        Comparison comparison = await comparer.CompareAsync(name, mode);
        Assert.True(comparison.Driver.Count > 0, "The case wrote nothing down.");
        Assert.DoesNotContain(comparison.Driver, static line => line.Text.StartsWith("THE CASE ENDED", StringComparison.Ordinal));

        if (found.DiffersOn(comparer.Engine))
            RecordedDifferences.Check(found, comparer.Engine, mode, comparison);
        else
            Assert.True(comparison.IsEqual, $"{name}, {mode}, {comparer.Engine}: - the driver, + ours\n{comparison.Explained}");
    }
}

using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Lanes;

public sealed class MySqlPlainTests(Lane lane) : IClassFixture<Lane>
{
    public static TheoryData<string> Faults => MatrixFaults.NamesFor(ServerEngine.MySql, Transport.Plain);

    [SkippableTheory]
    [MemberData(nameof(Faults))]
    public Task EveryOperation_EndsAsTheTableSays(string fault) => lane.RunAsync(ServerEngine.MySql, Transport.Plain, fault);
}

using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Lanes;

public sealed class MySqlUnixSocketTests(Lane lane) : IClassFixture<Lane>
{
    public static TheoryData<string> Faults => MatrixFaults.NamesFor(ServerEngine.MySql, Transport.UnixSocket);

    [SkippableTheory]
    [MemberData(nameof(Faults))]
    public Task EveryOperation_EndsAsTheTableSays(string fault) => lane.RunAsync(ServerEngine.MySql, Transport.UnixSocket, fault);
}

using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.TestServers;

namespace ResilientMySql.FaultMatrix.Lanes;

public sealed class MariaDbUnixSocketTests(Lane lane) : IClassFixture<Lane>
{
    public static TheoryData<string> Faults => MatrixFaults.NamesFor(ServerEngine.MariaDb, Transport.UnixSocket);

    [SkippableTheory]
    [MemberData(nameof(Faults))]
    public Task EveryOperation_EndsAsTheTableSays(string fault) => lane.RunAsync(ServerEngine.MariaDb, Transport.UnixSocket, fault);
}

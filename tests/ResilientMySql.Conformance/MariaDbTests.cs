using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance;

/// <summary>On MariaDB.</summary>
public sealed class MariaDbTests(MariaDbTests.Server server) : CaseTests(server), IClassFixture<MariaDbTests.Server>
{
    public static TheoryData<string, CallMode> Cases => CasesOf(ServerEngine.MariaDb);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public Task SameAsTheDriver(string name, CallMode mode) => CheckAsync(name, mode);

    public sealed class Server() : Comparer(ServerEngine.MariaDb);
}

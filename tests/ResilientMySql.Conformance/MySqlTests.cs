using ResilientMySql.Conformance.Transcripts;
using ResilientMySql.TestServers;

namespace ResilientMySql.Conformance;

/// <summary>On MySQL.</summary>
public sealed class MySqlTests(MySqlTests.Server server) : CaseTests(server), IClassFixture<MySqlTests.Server>
{
    public static TheoryData<string, CallMode> Cases => CasesOf(ServerEngine.MySql);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public Task SameAsTheDriver(string name, CallMode mode) => CheckAsync(name, mode);

    public sealed class Server() : Comparer(ServerEngine.MySql);
}

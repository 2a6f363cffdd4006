using System.Text.RegularExpressions;
using ResilientMySql.TestServers;

namespace ResilientMySql.Aot.Tests;

/// <summary>The library and its generated queries, compiled ahead of time and run on real servers.</summary>
public sealed class NativeProgramTests
{
    public static TheoryData<ServerEngine> Servers => [.. Enum.GetValues<ServerEngine>()];

    [SkippableFact]
    public async Task Compiling_WarnsOfNothing()
    {
        NativeProgram program = await NativeProgram.GetAsync();
        program.Require();

        Assert.True(File.Exists(program.Path), program.Messages);
        Assert.DoesNotMatch(@"\b(warning|error)\b [A-Z]+\d+", program.Messages);
    }

    [SkippableTheory]
    [MemberData(nameof(Servers))]
    public async Task EveryCheck_IsRight(ServerEngine engine)
    {
        NativeProgram program = await NativeProgram.GetAsync();
        program.Require();
        await using RentedServer rented = await ServerPool.RentAsync(engine);

        Finished finished = await RunAsync(program, rented.Server);

        Assert.True(finished.ExitCode == 0, Wrong(finished));
        Assert.Matches(@"^\d{3,} right, 0 wrong\n$", finished.Output[Summary(finished)..]);
    }

    /// <summary>So that a program that checks nothing is not taken for one that finds nothing.</summary>
    [SkippableTheory]
    [MemberData(nameof(Servers))]
    public async Task WhatIsWrong_IsSaid(ServerEngine engine)
    {
        NativeProgram program = await NativeProgram.GetAsync();
        program.Require();
        await using RentedServer rented = await ServerPool.RentAsync(engine);
        await rented.Server.ExecuteAsync($"UPDATE {rented.Server.Database}.city SET country_id = 1 WHERE city_id = 313");

        Finished finished = await RunAsync(program, rented.Server);

        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("WRONG  queries: row: expected City { CityId = 313, city = London, CountryId = 20 }, was City { CityId = 313, city = London, CountryId = 1 }\n", finished.Output, StringComparison.Ordinal);
    }

    private static Task<Finished> RunAsync(NativeProgram program, TestServer server) =>
        Finished.RunAsync(program.Path, [], ("RESILIENTMYSQL_CONNECTION", server.ConnectionString));

    private static int Summary(Finished finished) => finished.Output.TrimEnd().LastIndexOf('\n') + 1;

    private static string Wrong(Finished finished) =>
        string.Join('\n', Regex.Matches(finished.Output, "^WRONG .*(\n(?!right|WRONG).*)*", RegexOptions.Multiline).Select(static match => match.Value)) + finished.Errors;
}

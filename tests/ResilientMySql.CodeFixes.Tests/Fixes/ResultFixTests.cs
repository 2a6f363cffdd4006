using ResilientMySql.CodeFixes.Fixes;

namespace ResilientMySql.CodeFixes.Tests.Fixes;

/// <summary>Fixes of results: RMS3xx.</summary>
public sealed class ResultFixTests
{
    [Theory]
    [InlineData("Query", "Task<City[]>", "ValueTask<City[]>")]
    [InlineData("Query", "System.Threading.Tasks.Task<List<City>>", "System.Threading.Tasks.ValueTask<List<City>>")]
    [InlineData("Query", "global::System.Threading.Tasks.Task<City?>", "global::System.Threading.Tasks.ValueTask<City?>")]
    [InlineData("Execute", "Task", "ValueTask")]
    public async Task Task_BecomesValueTask(string attribute, string before, string after) => await FixTest.AssertFixed<ReturnValueTask>(
        "RMS302", $"Return '{after}'",
        $"    [{attribute}(\"{Statement(attribute)}\")]\n    public partial {before} /* all */ Run(CancellationToken stop);",
        $"    [{attribute}(\"{Statement(attribute)}\")]\n    public partial {after} /* all */ Run(CancellationToken stop);");

    [Fact]
    public async Task AllTasks_BecomeValueTasks() => await FixTest.AssertAllFixed<ReturnValueTask>(
        "RMS302",
        """
            [Execute("DO 1")] public partial Task<int> One(CancellationToken stop);
            [Execute("DO 1")] public partial Task Two(CancellationToken stop);
        """,
        """
            [Execute("DO 1")] public partial ValueTask<int> One(CancellationToken stop);
            [Execute("DO 1")] public partial ValueTask Two(CancellationToken stop);
        """);

    [Theory]
    [InlineData("List<City>", "SELECT * FROM city", "SELECT city_id, name FROM city", "city_id, name")]
    [InlineData("City?", "SELECT DISTINCT c.* FROM city c", "SELECT DISTINCT c.city_id, c.name FROM city c", "c.city_id, c.name")]
    [InlineData("City[]", "SELECT * -- All.\\n FROM city", "SELECT city_id, name -- All.\\n FROM city", "city_id, name")]
    [InlineData("IEnumerable<Wide>", "SELECT * FROM wide", "SELECT id, url_path, second_line2 FROM wide", "id, url_path, second_line2")]
    public async Task Star_BecomesTheMembers(string type, string before, string after, string columns) => await FixTest.AssertFixed<ExpandStar>(
        "RMS408", $"Select {columns}",
        $"    public sealed class Wide {{ public int ID {{ get; set; }} public string? URLPath {{ get; init; }} public string? SecondLine2 {{ get; init; }} }}\n    [Query(\"{before}\")] public partial {type} Get();",
        $"    public sealed class Wide {{ public int ID {{ get; set; }} public string? URLPath {{ get; init; }} public string? SecondLine2 {{ get; init; }} }}\n    [Query(\"{after}\")] public partial {type} Get();");

    [Fact]
    public async Task AllStars_BecomeTheMembers() => await FixTest.AssertAllFixed<ExpandStar>(
        "RMS408",
        """
            [Query("SELECT * FROM city")] public partial List<City> One();
            [Query("SELECT city.* FROM city ORDER BY 1 LIMIT 1")] public partial City Two();
        """,
        """
            [Query("SELECT city_id, name FROM city")] public partial List<City> One();
            [Query("SELECT city.city_id, city.name FROM city ORDER BY 1 LIMIT 1")] public partial City Two();
        """);

    [Theory]
    [InlineData("""[Query("SELECT a.*, b.* FROM a, b")] public partial City Get();""")]
    [InlineData("""[Query("SELECT * FROM city")] public partial int Get();""")]
    [InlineData("""private const string Text = "SELECT * FROM city"; [Query(Text)] public partial City Get();""")]
    public async Task OtherStar_IsLeft(string members) => await FixTest.AssertNotOffered<ExpandStar>("RMS408", members);

    [Theory]
    [InlineData("long", "long?", "long?")]
    [InlineData("ValueTask<long>", "ValueTask<long?>", "long?")]
    [InlineData("List<string>", "List<string?>", "string?")]
    [InlineData("System.Collections.Generic.IReadOnlyList<byte[]>", "System.Collections.Generic.IReadOnlyList<byte[]?>", "byte[]?")]
    [InlineData("System.DateTime[]", "System.DateTime?[]", "System.DateTime?")]
    public async Task ResultThatMayBeNull_BecomesNullable(string before, string after, string value) => await FixTest.AssertFixed<MakeResultNullable>(
        "RMS313", $"Let the result be null: '{value}'",
        $"    [Query(\"SELECT MAX(a) AS a FROM t\")] public partial {before} Get({(before.Contains("Task", StringComparison.Ordinal) ? "CancellationToken stop" : "")});",
        $"    [Query(\"SELECT MAX(a) AS a FROM t\")] public partial {after} Get({(before.Contains("Task", StringComparison.Ordinal) ? "CancellationToken stop" : "")});");

    [Fact]
    public async Task AllResultsThatMayBeNull_BecomeNullable() => await FixTest.AssertAllFixed<MakeResultNullable>(
        "RMS313",
        """
            [Query("SELECT MAX(a) FROM t")] public partial int One();
            [Query("SELECT MIN(a) FROM t")] public partial List<int> Two();
        """,
        """
            [Query("SELECT MAX(a) FROM t")] public partial int? One();
            [Query("SELECT MIN(a) FROM t")] public partial List<int?> Two();
        """);

    [Fact]
    public async Task ResultOfRows_IsLeft() => await FixTest.AssertNotOffered<MakeResultNullable>(
        "RMS313", """[Query("SELECT MAX(city_id) AS city_id, 'a' AS name FROM city")] public partial City Get();""");

    [Theory]
    [InlineData("record Place(string Name, int Area)", "record Place(string Name, int? Area)")]
    [InlineData("record Place(string Name) { public required int Area { get; init; } }", "record Place(string Name) { public required int? Area { get; init; } }")]
    [InlineData("class Place { public string? Name { get; set; } public int Area { get; set; } }", "class Place { public string? Name { get; set; } public int? Area { get; set; } }")]
    public async Task MemberThatMayBeNull_BecomesNullable(string before, string after) => await FixTest.AssertFixed<MakeMemberNullable>(
        "RMS313", "Let 'Place.Area' be null",
        $"    [Query(\"SELECT 'a' AS name, MAX(area) AS area FROM t\")] public partial Place Get();\n    public sealed {before}{(before.EndsWith('}') ? "" : ";")}",
        $"    [Query(\"SELECT 'a' AS name, MAX(area) AS area FROM t\")] public partial Place Get();\n    public sealed {after}{(after.EndsWith('}') ? "" : ";")}");

    [Theory]
    [InlineData("""[Query("SELECT MAX(a) FROM t")] public partial int Get();""")]
    [InlineData("""[Query("SELECT MAX(a) AS area FROM t")] public partial Place Get(); public sealed class Place { public Place(int area) => Area = area; public int Area { get; } }""")]
    public async Task MemberThatIsDeclaredElsewhere_IsLeft(string members) => await FixTest.AssertNotOffered<MakeMemberNullable>("RMS313", members);

    private static string Statement(string attribute) => attribute == "Query" ? "SELECT city_id, name FROM city" : "DO 1";
}

using ResilientMySql.CodeFixes.Fixes;

namespace ResilientMySql.CodeFixes.Tests.Fixes;

/// <summary>Fixes of parameters: RMS2xx, and the placeholders of RMS403.</summary>
public sealed class ParameterFixTests
{
    [Theory]
    [InlineData("SELECT @city", "GetCity()", "GetCity(string city)", "city")]
    [InlineData("SELECT @cityId", "GetCity()", "GetCity(int cityId)", "cityId")]
    [InlineData("SELECT @city_id", "GetCity()", "GetCity(int city_id)", "city_id")]
    [InlineData("SELECT @id", "GetCity()", "GetCity(int id)", "id")]
    [InlineData("SELECT @paid", "GetCity()", "GetCity(string paid)", "paid")]
    [InlineData("SELECT @class", "GetCity()", "GetCity(string @class)", "class")]
    [InlineData("SELECT @a + @b", "GetCity(int a)", "GetCity(int a, string b)", "b")]
    [InlineData("SELECT @a + @b", "GetCity(int a = 1)", "GetCity(string b, int a = 1)", "b")]
    [InlineData("SELECT @b + @B", "GetCity( )", "GetCity(string b )", "b")]
    public async Task MissingParameter_IsAdded(string sql, string before, string after, string name) => await FixTest.AssertFixed<AddParameter>(
        "RMS201", $"Add the parameter '{name}'", $"    [Query(\"{sql}\")]\n    public partial int {before};", $"    [Query(\"{sql}\")]\n    public partial int {after};");

    [Fact]
    public async Task MissingParameter_StandsBeforeTheToken() => await FixTest.AssertFixed<AddParameter>(
        "RMS201", "Add the parameter 'name'",
        """
            [Query("SELECT @id + @name")]
            public partial ValueTask<int> GetCity(
                int id, // The key.
                CancellationToken stop);
        """,
        """
            [Query("SELECT @id + @name")]
            public partial ValueTask<int> GetCity(
                int id, // The key.
                string name, CancellationToken stop);
        """);

    [Fact]
    public async Task MissingParameterOfTextElsewhere_IsAdded() => await FixTest.AssertFixed<AddParameter>(
        "RMS201", "Add the parameter 'a'",
        """
            private const string Text = "SELECT @a + @bId";

            [Query(Text)]
            public partial int GetCity();
        """,
        """
            private const string Text = "SELECT @a + @bId";

            [Query(Text)]
            public partial int GetCity(string a);
        """,
        "RMS201");

    [Fact]
    public async Task AllMissingParameters_AreAdded() => await FixTest.AssertAllFixed<AddParameter>(
        "RMS201",
        """
            [Query("SELECT @a + @bId + @a")] public partial int One();
            [Query("SELECT @a")] public partial ValueTask<int> Two(CancellationToken stop);
            private const string Text = "SELECT @a + @bId";
            [Query(Text)] public partial int Three();
        """,
        """
            [Query("SELECT @a + @bId + @a")] public partial int One(string a, int bId);
            [Query("SELECT @a")] public partial ValueTask<int> Two(string a, CancellationToken stop);
            private const string Text = "SELECT @a + @bId";
            [Query(Text)] public partial int Three(string a, int bId);
        """);

    [Fact]
    public async Task NameThatIsNoIdentifier_IsNotAdded() =>
        await FixTest.AssertNotOffered<AddParameter>("RMS201", """[Query("SELECT @a$b")] public partial int GetCity();""");

    [Theory]
    [InlineData("(int id)", "()")]
    [InlineData("(int id, [System.ComponentModel.Description(\"b\")] int other)", "([System.ComponentModel.Description(\"b\")] int other)")]
    [InlineData("(int other, int id)", "(int other)")]
    [InlineData("(int other,\n        int id,\n        int third)", "(int other,\n        int third)")]
    public async Task UnusedParameter_IsRemoved(string before, string after)
    {
        string sql = before.Contains("other", StringComparison.Ordinal) ? "SELECT @other" : "SELECT 1";
        sql += before.Contains("third", StringComparison.Ordinal) ? " + @third" : "";

        await FixTest.AssertFixed<RemoveParameter>(
            "RMS202", "Remove the parameter 'id'",
            $"    [Query(\"{sql}\")]\n    public partial int GetCity{before};", $"    [Query(\"{sql}\")]\n    public partial int GetCity{after};");
    }

    [Theory]
    [InlineData("SELECT @c", "(int a, int b, int c)", "(int c)")]
    [InlineData("SELECT @b", "(int a, int b, int c)", "(int b)")]
    [InlineData("SELECT @a", "(int a, int b, int c)", "(int a)")]
    [InlineData("SELECT @a + @d", "(int a, int b, int c, int d)", "(int a, int d)")]
    [InlineData("SELECT 1", "(int a, int b, int c)", "()")]
    public async Task AllUnusedParameters_AreRemoved(string sql, string before, string after) => await FixTest.AssertAllFixed<RemoveParameter>(
        "RMS202", $"    [Query(\"{sql}\")] public partial int GetCity{before};", $"    [Query(\"{sql}\")] public partial int GetCity{after};");

    [Fact]
    public async Task TokenOfSynchronousMethod_IsRemoved() => await FixTest.AssertFixed<RemoveParameter>(
        "RMS205", "Remove the parameter 'stop'",
        """    [Query("SELECT @id")] public partial int GetCity(int id, CancellationToken stop = default);""",
        """    [Query("SELECT @id")] public partial int GetCity(int id);""");

    [Theory]
    [InlineData("ValueTask<int> GetCity()", "ValueTask<int> GetCity(CancellationToken cancellationToken = default)")]
    [InlineData("ValueTask<int> GetCity(ResilientMySqlConnection other)", "ValueTask<int> GetCity(ResilientMySqlConnection other, CancellationToken cancellationToken = default)")]
    [InlineData("IAsyncEnumerable<int> GetCity()", "IAsyncEnumerable<int> GetCity(CancellationToken cancellationToken = default)")]
    public async Task MissingToken_IsAdded(string before, string after) => await FixTest.AssertFixed<AddCancellationToken>(
        "RMS206", "Add a CancellationToken",
        $"    [Query(\"SELECT 1\")]\n    public partial {before};", $"    [Query(\"SELECT 1\")]\n    public partial {after};");

    [Fact]
    public async Task AllMissingTokens_AreAdded() => await FixTest.AssertAllFixed<AddCancellationToken>(
        "RMS206",
        """
            [Query("SELECT 1")] public partial ValueTask<int> One();
            [Query("SELECT @a")] public partial ValueTask<int> Two(int a = 1);
        """,
        """
            [Query("SELECT 1")] public partial ValueTask<int> One(CancellationToken cancellationToken = default);
            [Query("SELECT @a")] public partial ValueTask<int> Two(int a = 1, CancellationToken cancellationToken = default);
        """);

    [Theory]
    [InlineData(
        "using System.Threading.Tasks;\nusing ResilientMySql;\nusing ResilientMySql.Queries;\n\n",
        "using System.Threading;\nusing System.Threading.Tasks;\nusing ResilientMySql;\nusing ResilientMySql.Queries;\n\n")]
    [InlineData(
        "// The shop.\nusing ResilientMySql.Queries;\nusing ResilientMySql;\nusing Task = System.Threading.Tasks.ValueTask<int>;\n\n",
        "// The shop.\nusing System.Threading;\nusing ResilientMySql.Queries;\nusing ResilientMySql;\nusing Task = System.Threading.Tasks.ValueTask<int>;\n\n")]
    [InlineData(
        "using System;\r\nusing ResilientMySql;\r\nusing ResilientMySql.Queries;\r\n",
        "using System;\r\nusing System.Threading;\r\nusing ResilientMySql;\r\nusing ResilientMySql.Queries;\r\n")]
    [InlineData(
        "namespace Shop\n{\n    using ResilientMySql;\n    using ResilientMySql.Queries;\n\n",
        "namespace Shop\n{\n    using System.Threading;\n    using ResilientMySql;\n    using ResilientMySql.Queries;\n\n")]
    [InlineData("namespace ResilientMySql.Queries;\n\n", "using System.Threading;\n\nnamespace ResilientMySql.Queries;\n\n")]
    public async Task TokensNamespace_IsImported(string before, string after)
    {
        const string members = """
            public partial class CityQueries(ResilientMySqlDataSource dataSource)
            {
                public object Source() => dataSource;

                [Query("SELECT 1")] public partial System.Threading.Tasks.ValueTask<int> One(
            """;

        string end = before.Contains('{', StringComparison.Ordinal) ? ");\n}\n}\n" : ");\n}\n";
        await FixTest.AssertFileFixed<AddCancellationToken>(
            "RMS206", "Add a CancellationToken", before + members + end, after + members + "CancellationToken cancellationToken = default" + end);
    }

    [Fact]
    public async Task UnusedParameter_IsUsedForTheUnknownName() => await FixTest.AssertFixed<UseParameter>(
        "RMS202", "Use '@city' instead of '@name'",
        """"
            [Query("""
                SELECT city_id + @id FROM city
                WHERE city = @name OR @name IS NULL -- @name
                """)]
            public partial int GetCityId(int id, string city);
        """",
        """"
            [Query("""
                SELECT city_id + @id FROM city
                WHERE city = @city OR @city IS NULL -- @name
                """)]
            public partial int GetCityId(int id, string city);
        """");

    [Theory]
    [InlineData("""[Query("SELECT 1")] public partial int GetCity(int id);""")]
    [InlineData("""[Query("SELECT @a, @b")] public partial int GetCity(int id);""")]
    [InlineData("""[Query("SELECT @a"), UserVariable("a")] public partial int GetCity(int id);""")]
    [InlineData("""[Query("SELECT @Name")] public partial int GetCity(City city, int id);""")]
    [InlineData("""private const string Text = "SELECT @a"; [Query(Text)] public partial int GetCity(int id);""")]
    public async Task UnusedParameterWithoutOneUnknownName_IsNotUsed(string members) => await FixTest.AssertNotOffered<UseParameter>("RMS202", members);

    [Theory]
    [InlineData("SELECT ?", "(int id)", "SELECT @id", "(int id)")]
    [InlineData("SELECT ? + '?' + ?", "(int a, int b)", "SELECT @a + '?' + @b", "(int a, int b)")]
    [InlineData("SELECT ? + @a + ?", "(int a, int b, int c)", "SELECT @b + @a + @c", "(int a, int b, int c)")]
    [InlineData("SELECT 1 FROM city WHERE city_id = ? AND city LIKE ?", "()", "SELECT 1 FROM city WHERE city_id = @cityId AND city LIKE @city", "(int cityId, string city)")]
    [InlineData("SELECT 1 FROM city c WHERE c.`city_id` <= ? AND city <=> ?", "(int id)", "SELECT 1 FROM city c WHERE c.`city_id` <= @id AND city <=> @city", "(int id, string city)")]
    public async Task Placeholders_AreNamed(string sql, string parameters, string namedSql, string namedParameters) => await FixTest.AssertFixed<NamePlaceholders>(
        "RMS403", "Name the placeholders of 'GetCity'",
        $"    [Query(\"{sql}\")] public partial int GetCity{parameters};", $"    [Query(\"{namedSql}\")] public partial int GetCity{namedParameters};");

    [Fact]
    public async Task AllPlaceholders_AreNamed() => await FixTest.AssertAllFixed<NamePlaceholders>(
        "RMS403",
        """
            [Query("SELECT ? + ?")] public partial int One(int a, int b);
            [Execute("DELETE FROM city WHERE city_id = ?")] public partial int Two();
        """,
        """
            [Query("SELECT @a + @b")] public partial int One(int a, int b);
            [Execute("DELETE FROM city WHERE city_id = @cityId")] public partial int Two(int cityId);
        """);

    [Theory]
    [InlineData("""[Query("SELECT ?")] public partial int GetCity();""")]
    [InlineData("""[Query("SELECT 1 + ?")] public partial int GetCity();""")]
    [InlineData("""private const string Text = "SELECT ?"; [Query(Text)] public partial int GetCity(int a);""")]
    public async Task PlaceholderWithoutAName_IsLeft(string members) => await FixTest.AssertNotOffered<NamePlaceholders>("RMS403", members);
}

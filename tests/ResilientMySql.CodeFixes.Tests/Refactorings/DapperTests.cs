using ResilientMySql.CodeFixes.Refactorings.Dapper;

namespace ResilientMySql.CodeFixes.Tests.Refactorings;

/// <summary>Calls of Dapper's become methods of their own.</summary>
public sealed class DapperTests
{
    [Fact]
    public async Task WholeFile_StaysAsItWasAround() => await RefactoringTest.AssertRefactored<ConvertDapperCall>(
        "Turn into the [Query] method 'GetCityId'",
        """
        // The shop's cities.
        using System;
        using Dapper;
        using ResilientMySql;

        namespace Shop;

        /// <summary>The cities.</summary>
        public sealed class Cities(ResilientMySqlConnection connection)
        {
            /// <summary>Finds a city.</summary>
            public int? Find(string city)
            {
                // The first one counts.
                int? found = connection.[||]QueryFirstOrDefault<int?>("SELECT city_id FROM city WHERE city = @city", new { city }); // Maybe.
                return found;
            } // Found.

            public DateTime Now => DateTime.Now;
        }
        """,
        """
        // The shop's cities.
        using System;
        using Dapper;
        using ResilientMySql;
        using ResilientMySql.Queries;

        namespace Shop;

        /// <summary>The cities.</summary>
        public sealed partial class Cities(ResilientMySqlConnection connection)
        {
            /// <summary>Finds a city.</summary>
            public int? Find(string city)
            {
                // The first one counts.
                int? found = GetCityId(connection, city); // Maybe.
                return found;
            } // Found.

            [Query("SELECT city_id FROM city WHERE city = @city")]
            private static partial int? GetCityId(ResilientMySqlConnection connection, string city);

            public DateTime Now => DateTime.Now;
        }
        """);

    [Theory]
    [InlineData(
        "int? Find(int key)", "connection.QueryFirstOrDefault<int?>(\"SELECT city_id FROM city WHERE city_id = @id\", new { id = key })",
        "GetCityId(connection, key)", "[Query(\"SELECT city_id FROM city WHERE city_id = @id\")]", "int? GetCityId(ResilientMySqlConnection connection, int id)")]
    [InlineData(
        "string? Find(string? name)", "connection.QueryFirstOrDefault<string>(\"SELECT city FROM city WHERE city <=> @Name\", new { Name = name })",
        "GetCity(connection, name)", "[Query(\"SELECT city FROM city WHERE city <=> @Name\")]", "string? GetCity(ResilientMySqlConnection connection, string? name)")]
    [InlineData(
        "City Find(Key key)", "connection.QueryFirst<City>(\"SELECT city_id, city AS name FROM sakila.city WHERE city_id = @Id\", new { key.Id })",
        "GetCity(connection, key.Id)", "[Query(\"SELECT city_id, city AS name FROM sakila.city WHERE city_id = @Id\")]", "City GetCity(ResilientMySqlConnection connection, int id)")]
    [InlineData(
        "IEnumerable<Country> Find()", "connection.Query<Country>(\"SELECT country_id, name FROM country\")",
        "ListCountry(connection)", "[Query(\"SELECT country_id, name FROM country\")]", "List<Country> ListCountry(ResilientMySqlConnection connection)")]
    [InlineData(
        "long Find()", "connection.ExecuteScalar<long>(\"SELECT COUNT(*) FROM city\")",
        "CountCity(connection)", "[Query(\"SELECT COUNT(*) FROM city\")]", "long CountCity(ResilientMySqlConnection connection)")]
    [InlineData(
        "int Find(string name, int id)", "connection.Execute(\"UPDATE city SET city = @name WHERE city_id = @id\", new { name, id })",
        "UpdateCity(connection, name, id)", "[Execute(\"UPDATE city SET city = @name WHERE city_id = @id\")]", "int UpdateCity(ResilientMySqlConnection connection, string name, int id)")]
    [InlineData(
        "int Find(ResilientMySqlTransaction tx)", "connection.Execute(\"DELETE FROM city WHERE city_id = 7\", transaction: tx, commandTimeout: 5)",
        "DeleteCity(tx)", "[Execute(\"DELETE FROM city WHERE city_id = 7\", CommandTimeout = 5)]", "int DeleteCity(ResilientMySqlTransaction tx)")]
    [InlineData(
        "IEnumerable<City> Find()", "connection.Query<City>(@\"SELECT c.city_id, c.`name` FROM city c ORDER BY 1\")",
        "ListCity(connection)", "[Query(@\"SELECT c.city_id, c.`name` FROM city c ORDER BY 1\")]", "List<City> ListCity(ResilientMySqlConnection connection)")]
    [InlineData(
        "List<int> Find()", "connection.Query<int>(Text).ToList()",
        "ListCityId(connection)", "[Query(Text)]", "List<int> ListCityId(ResilientMySqlConnection connection)")]
    [InlineData(
        "List<int> Find()", "SqlMapper.Query<int>(connection, \"SELECT city_id \" + \"FROM city\").AsList()",
        "ListCityId(connection)", "[Query(\"SELECT city_id \" + \"FROM city\")]", "List<int> ListCityId(ResilientMySqlConnection connection)")]
    [InlineData(
        "int Find()", "connection.Query<int>(Text).Sum()",
        "ListCityId(connection).Sum()", "[Query(Text)]", "List<int> ListCityId(ResilientMySqlConnection connection)")]
    [InlineData(
        "City Find(DateOnly day)", "connection.QuerySingle<City>(\"SELECT city_id, name FROM city WHERE day = @day\", new { day })",
        "GetCity(connection, day)", "[Query(\"SELECT city_id, name FROM city WHERE day = @day\")]\n    [Single]", "City GetCity(ResilientMySqlConnection connection, DateOnly day)")]
    [InlineData(
        "City? Find(DayOfWeek day)", "connection.QuerySingleOrDefault<City>(\"SELECT city_id, name FROM city WHERE day = @day\", new { day })",
        "GetCity(connection, day)", "[Query(\"SELECT city_id, name FROM city WHERE day = @day\")]\n    [Single]", "City? GetCity(ResilientMySqlConnection connection, DayOfWeek day)")]
    public async Task SynchronousCall_BecomesAMethod(string method, string call, string newCall, string attribute, string declaration) =>
        await AssertConverted(
            method, $"return [||]{call};", $"return {newCall};", attribute, $"private static partial {declaration};",
            NameOf(declaration));

    [Theory]
    [InlineData(
        "async Task<int?> Find(string city)", "await connection.QueryFirstOrDefaultAsync<int?>(\"SELECT city_id FROM city WHERE city = @city\", new { city })",
        "await GetCityIdAsync(connection, city)", "[Query(\"SELECT city_id FROM city WHERE city = @city\")]",
        "ValueTask<int?> GetCityIdAsync(ResilientMySqlConnection connection, string city, CancellationToken cancellationToken = default)")]
    [InlineData(
        "async Task<int> Find()", "await connection.ExecuteAsync(\"TRUNCATE city\").ConfigureAwait(false)",
        "await ExecuteTruncateAsync(connection).ConfigureAwait(false)", "[Execute(\"TRUNCATE city\")]",
        "ValueTask<int> ExecuteTruncateAsync(ResilientMySqlConnection connection, CancellationToken cancellationToken = default)")]
    [InlineData(
        "async Task<List<City>> Find()", "(await connection.QueryAsync<City>(\"SELECT city_id, name FROM city\")).ToList()",
        "await ListCityAsync(connection)", "[Query(\"SELECT city_id, name FROM city\")]",
        "ValueTask<List<City>> ListCityAsync(ResilientMySqlConnection connection, CancellationToken cancellationToken = default)")]
    [InlineData(
        "async Task<City> Find()", "(await connection.QueryAsync<City>(\"SELECT city_id, name FROM city\")).First()",
        "(await ListCityAsync(connection)).First()", "[Query(\"SELECT city_id, name FROM city\")]",
        "ValueTask<List<City>> ListCityAsync(ResilientMySqlConnection connection, CancellationToken cancellationToken = default)")]
    public async Task AsynchronousCall_BecomesAMethod(string method, string call, string newCall, string attribute, string declaration) =>
        await AssertConverted(
            method, $"return [||]{call};".Replace("[||]await connection.", "await connection.[||]", StringComparison.Ordinal).Replace("[||](await connection.", "(await connection.[||]", StringComparison.Ordinal),
            $"return {newCall};", attribute, $"private static partial {declaration};", NameOf(declaration));

    [Fact]
    public async Task TextInALocal_MovesToTheAttribute() => await AssertConverted(
        "City? Find(int id)",
        """"
        const string sql = """
                    SELECT city_id, name

                    FROM city
                      WHERE city_id = @id
                    """;
                return connection.[||]QueryFirstOrDefault<City>(sql, new { id });
        """",
        "return GetCity(connection, id);",
        """"
        [Query("""
                SELECT city_id, name

                FROM city
                  WHERE city_id = @id
                """)]
        """",
        "private static partial City? GetCity(ResilientMySqlConnection connection, int id);",
        "GetCity");

    [Fact]
    public async Task TakenName_IsAvoided() => await AssertConverted(
        "int GetCityId()", "return connection.[||]QueryFirst<int>(\"SELECT city_id FROM city\");", "return GetCityId2(connection);",
        "[Query(\"SELECT city_id FROM city\")]", "private static partial int GetCityId2(ResilientMySqlConnection connection);", "GetCityId2");

    [Theory]
    [InlineData("using var open = new ResilientMySqlDataSource(\"\").OpenConnection();")]
    [InlineData("using var open = new ResilientMySqlConnection(); open.Open();")]
    public async Task OpenLocalConnection_IsPassed(string opening) => await AssertConverted(
        "int Find()", $"{opening} return open.[||]QueryFirst<int>(\"SELECT city_id FROM city\");", $"{opening} return GetCityId(open);",
        "[Query(\"SELECT city_id FROM city\")]", "private static partial int GetCityId(ResilientMySqlConnection open);", "GetCityId");

    [Theory]
    [InlineData("int Find(string sql)", "connection.Execute(sql)")]
    [InlineData("int Find(int id)", "connection.Execute($\"DELETE FROM city WHERE city_id = {id}\")")]
    [InlineData("int Find(object all)", "connection.Execute(\"DELETE FROM city WHERE city_id = @id\", all)")]
    [InlineData("int Find(object id)", "connection.Execute(\"DELETE FROM city WHERE city_id = @id\", new { id })")]
    [InlineData("int Find(int[] ids)", "connection.Execute(\"DELETE FROM city WHERE city_id IN @ids\", new { ids })")]
    [InlineData("int Find(int id, int other)", "connection.Execute(\"DELETE FROM city WHERE city_id = @id\", new { id, other })")]
    [InlineData("int Find(int id)", "connection.Execute(\"DELETE FROM city WHERE city_id = @id AND @user\", new { id })")]
    [InlineData("int Find(int id)", "connection.Execute(\"DELETE FROM city WHERE city_id = ?id?\", new { id })")]
    [InlineData("int Find(int id)", "connection.Execute(\"DELETE FROM city WHERE city_id = {=id}\", new { id })")]
    [InlineData("int Find(int id)", "connection.Execute(\"delete_city\", new { id }, commandType: System.Data.CommandType.StoredProcedure)")]
    [InlineData("int Find(int seconds)", "connection.Execute(\"DO 1\", commandTimeout: seconds)")]
    [InlineData("int Find(int id)", "connection.Execute(/* all */ \"DELETE FROM city WHERE city_id = @id\", new { id })")]
    [InlineData("int Find(int id)", "connection.Execute(\"DELETE FROM city WHERE city_id = @id; DO 1\", new { id })")]
    [InlineData("int Find()", "connection.QueryFirst<int>(\"SELECT 1 AS a; SELECT 2 AS b\")")]
    [InlineData("int Find(int id)", "connection.Execute(\"DELETE /*! QUICK */ FROM city WHERE city_id = @id\", new { id })")]
    [InlineData("int Find(ResilientMySqlConnection? maybe)", "maybe!.Execute(\"DO 1\", new { }, null, 1, System.Data.CommandType.Text)")]
    [InlineData("int Find()", "connection.QueryFirstOrDefault<int>(\"SELECT city_id FROM city\")")]
    [InlineData("int Find()", "connection.ExecuteScalar<int>(\"SELECT COUNT(*) FROM city GROUP BY name\")")]
    [InlineData("int? Find()", "connection.QueryFirst<int?>(\"SELECT city_id FROM city\")")]
    [InlineData("object? Find()", "connection.QueryFirst(\"SELECT city_id FROM city\")")]
    [InlineData("object? Find()", "connection.QueryFirst<dynamic>(\"SELECT city_id FROM city\")")]
    [InlineData("City Find()", "connection.QueryFirst<City>(\"SELECT * FROM city\")")]
    [InlineData("City Find()", "connection.QueryFirst<City>(\"SELECT name, city_id FROM city\")")]
    [InlineData("City Find()", "connection.QueryFirst<City>(\"SELECT city_id, UPPER(name) FROM city\")")]
    [InlineData("int Find()", "connection.QueryFirst<int>(\"SELECT city_id, name FROM city\")")]
    [InlineData("int Find()", "connection.QueryFirst<int>(\"WITH c AS (SELECT 1) SELECT * FROM c\")")]
    [InlineData("int Find()", "new ResilientMySqlConnection().QueryFirst<int>(\"SELECT city_id FROM city\")")]
    [InlineData("int Find(System.Data.IDbConnection other)", "other.QueryFirst<int>(\"SELECT city_id FROM city\")")]
    [InlineData("Task<int> Find()", "connection.QueryFirstAsync<int>(\"SELECT city_id FROM city\")")]
    [InlineData("IEnumerable<int> Find()", "connection.Query<int>(\"SELECT city_id FROM city\").Reverse()")]
    [InlineData("IEnumerable<int> Find()", "connection.Query<int>(\"SELECT city_id FROM city\", buffered: false)")]
    [InlineData("int Find<T>(T id)", "connection.Execute(\"DELETE FROM city WHERE city_id = @id\", new { id })")]
    public async Task OtherCall_IsLeft(string method, string call) =>
        await RefactoringTest.AssertNotOffered<ConvertDapperCall>(Source(method, $"return [||]{call};"));

    [Fact]
    public async Task ClosedLocalConnection_IsLeft() => await RefactoringTest.AssertNotOffered<ConvertDapperCall>(
        Source("int Find()", "using var closed = new ResilientMySqlConnection(); return closed.[||]QueryFirst<int>(\"SELECT city_id FROM city\");"));

    [Fact]
    public async Task TextReadTwice_IsLeft() => await RefactoringTest.AssertNotOffered<ConvertDapperCall>(
        Source("int Find()", "var sql = \"DO 1\"; System.Console.WriteLine(sql); return connection.[||]Execute(sql);"));

    private static string NameOf(string declaration) => declaration[..declaration.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1];

    private static async Task AssertConverted(string method, string body, string newBody, string attribute, string declaration, string name) =>
        await RefactoringTest.AssertRefactored<ConvertDapperCall>(
            $"Turn into the [{(attribute.StartsWith("[Query", StringComparison.Ordinal) ? "Query" : "Execute")}] method '{name}'",
            Source(method, body),
            Source(method, newBody, $"\n\n    {attribute}\n    {declaration}"));

    private static string Source(string method, string body, string added = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Dapper;
        using ResilientMySql;
        using ResilientMySql.Queries;

        public partial class Cities(ResilientMySqlConnection connection)
        {
            private const string Text = "SELECT city_id FROM city";

            public string Used() => Text + connection;

            public {{method}}
            {
                {{body}}
            }{{added}}
        }

        public sealed record City(int CityId, string Name);

        public sealed record Key(int Id);

        public sealed class Country
        {
            public int CountryId { get; set; }

            public string? Name { get; set; }
        }
        """.ReplaceLineEndings("\n");
}

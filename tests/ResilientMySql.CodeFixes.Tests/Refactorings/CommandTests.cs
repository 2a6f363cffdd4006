using ResilientMySql.CodeFixes.Refactorings.Commands;

namespace ResilientMySql.CodeFixes.Tests.Refactorings;

/// <summary>Hand-written commands become methods of their own.</summary>
public sealed class CommandTests
{
    private const string CityList = "[Query(\"SELECT city_id, name FROM city WHERE name LIKE @name\")]";
    private const string ListCity = "private static partial List<City> ListCity(ResilientMySqlConnection connection, string name);";

    [Fact]
    public async Task Loop_BecomesAList() => await AssertConverted(
        "List<City> Find(string name)",
        """
        // All of them.
                var cities = new List<City>();
                using var command = new ResilientMySqlCommand("SELECT city_id, name FROM city WHERE name LIKE @name", connection);
                command.Parameters.AddWithValue("@name", name);
                using var reader = command.[||]ExecuteReader();
                while (reader.Read())
                    cities.Add(new City(reader.GetInt32(0), reader.GetString(1)));

                return cities; // Sorted by nothing.
        """,
        """
        // All of them.
                var cities = ListCity(connection, name);

                return cities; // Sorted by nothing.
        """,
        CityList, ListCity);

    [Fact]
    public async Task UsingStatements_GoToo() => await AssertConverted(
        "List<City> Find(string name)",
        """
        List<City> cities = [];
                using (ResilientMySqlCommand command = new("SELECT city_id, name FROM city WHERE name LIKE @name", connection))
                {
                    command.Parameters.AddWithValue("name", name);
                    using (var reader = command.ExecuteReader())
                    {
                        while (reader.Read())
                        {
                            [||]cities.Add(new(reader.GetInt32(0), reader.GetFieldValue<string>(1)));
                        }
                    }
                }

                return cities;
        """,
        """
        List<City> cities = ListCity(connection, name);

                return cities;
        """,
        CityList, ListCity);

    [Fact]
    public async Task CreatedCommand_IsUnderstood() => await AssertConverted(
        "List<City> Find(string name)",
        """
        using var command = [||]connection.CreateCommand();
                command.CommandText = "SELECT city_id, name FROM city WHERE name LIKE @name";
                command.Parameters.AddWithValue("@name", name);
                using var reader = command.ExecuteReader();
                var cities = new List<City>();
                while (reader.Read()) { cities.Add(new City(reader.GetInt32(0), reader.GetString(1))); }
                return cities;
        """,
        """
        var cities = ListCity(connection, name);
                return cities;
        """,
        CityList, ListCity);

    [Fact]
    public async Task TextInALocal_MovesToTheAttribute() => await AssertConverted(
        "List<City> Find(string name)",
        """
        var cities = new List<City>();
                using var command = new ResilientMySqlCommand(Text, connection);
                command.Parameters.AddWithValue("@name", name);
                using var reader = command.[||]ExecuteReader();
                while (reader.Read())
                    cities.Add(new City(reader.GetInt32(0), reader.GetString(1)));

                return cities;
        """.Replace("var cities = new", "var sql = \"SELECT city_id, name FROM city WHERE name LIKE @name\";\n        var cities = new", StringComparison.Ordinal)
            .Replace("(Text,", "(sql,", StringComparison.Ordinal),
        """
        var cities = ListCity(connection, name);

                return cities;
        """,
        CityList, ListCity);

    [Fact]
    public async Task AwaitedLoop_PassesTheToken() => await AssertConverted(
        "async Task<List<string?>> Find(CancellationToken stop)",
        """
        var names = new List<string?>();
                await using var command = new ResilientMySqlCommand("SELECT name FROM city", connection);
                await using var reader = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
                while (await reader.[||]ReadAsync(stop).ConfigureAwait(false))
                    names.Add(reader.IsDBNull(0) ? null : reader.GetString(0));

                return names;
        """,
        """
        var names = await ListNameAsync(connection, stop).ConfigureAwait(false);

                return names;
        """,
        "[Query(\"SELECT name FROM city\")]",
        "private static partial ValueTask<List<string?>> ListNameAsync(ResilientMySqlConnection connection, CancellationToken cancellationToken = default);");

    [Fact]
    public async Task GuardedColumns_FillNullableMembers() => await AssertConverted(
        "List<Place> Find()",
        """
        var places = new List<Place>();
                using var command = new ResilientMySqlCommand("SELECT name, area FROM place", connection);
                using var reader = command.[||]ExecuteReader();
                while (reader.Read())
                    places.Add(new Place(!reader.IsDBNull(0) ? reader.GetString(0) : null, reader.IsDBNull(1) ? (int?)null : reader.GetInt32(1)));

                return places;
        """,
        """
        var places = ListPlace(connection);

                return places;
        """,
        "[Query(\"SELECT name, area FROM place\")]",
        "private static partial List<Place> ListPlace(ResilientMySqlConnection connection);");

    [Fact]
    public async Task MembersSetByName_AreColumns() => await AssertConverted(
        "List<Country> Find()",
        """
        var countries = new List<Country>();
                using var command = new ResilientMySqlCommand("SELECT country_id, name FROM country", connection);
                using var reader = command.[||]ExecuteReader();
                while (reader.Read())
                    countries.Add(new Country { Name = reader.GetString(1), CountryId = reader.GetInt32(0) });

                return countries;
        """,
        """
        var countries = ListCountry(connection);

                return countries;
        """,
        "[Query(\"SELECT country_id, name FROM country\")]",
        "private static partial List<Country> ListCountry(ResilientMySqlConnection connection);");

    [Theory]
    [InlineData("int? Find(int? id)", "return (int?)command.[||]ExecuteScalar();", "return GetCityId(connection, id);", "int? GetCityId(ResilientMySqlConnection connection, int? id)")]
    [InlineData("int Find(int? id)", "return (int)command.[||]ExecuteScalar()!;", "return GetCityId(connection, id);", "int GetCityId(ResilientMySqlConnection connection, int? id)")]
    [InlineData("string? Find(int? id)", "var first = command.[||]ExecuteScalar() as string; return first;", "var first = GetCityId(connection, id); return first;", "string? GetCityId(ResilientMySqlConnection connection, int? id)")]
    [InlineData("async Task<int?> Find(int? id)", "return (int?)await command.[||]ExecuteScalarAsync();", "return await GetCityIdAsync(connection, id);", "ValueTask<int?> GetCityIdAsync(ResilientMySqlConnection connection, int? id, CancellationToken cancellationToken = default)")]
    [InlineData("async Task<int> Find(int? id)", "return (int)(await command.[||]ExecuteScalarAsync(default))!;", "return await GetCityIdAsync(connection, id, default);", "ValueTask<int> GetCityIdAsync(ResilientMySqlConnection connection, int? id, CancellationToken cancellationToken = default)")]
    public async Task Scalar_BecomesAQuery(string method, string use, string newUse, string declaration) => await AssertConverted(
        method,
        $"""
        using var command = new ResilientMySqlCommand("SELECT city_id FROM city WHERE city_id <=> @id", connection);
                command.Parameters.AddWithValue("@id", (object?)id ?? DBNull.Value);
                {use}
        """,
        newUse, "[Query(\"SELECT city_id FROM city WHERE city_id <=> @id\")]", $"private static partial {declaration};");

    [Theory]
    [InlineData("void Find(int id)", "command.[||]ExecuteNonQuery();", "DeleteCity(connection, id);", "int DeleteCity(ResilientMySqlConnection connection, int id)")]
    [InlineData("int Find(int id)", "int gone = command.[||]ExecuteNonQuery();\n        return gone;", "int gone = DeleteCity(connection, id);\n        return gone;", "int DeleteCity(ResilientMySqlConnection connection, int id)")]
    [InlineData("async Task<int> Find(int id)", "return await command.[||]ExecuteNonQueryAsync();", "return await DeleteCityAsync(connection, id);", "ValueTask<int> DeleteCityAsync(ResilientMySqlConnection connection, int id, CancellationToken cancellationToken = default)")]
    public async Task NonQuery_BecomesAnExecute(string method, string use, string newUse, string declaration) => await AssertConverted(
        method,
        $"""
        using var command = new ResilientMySqlCommand("DELETE FROM city WHERE city_id = @id", connection);
                command.Parameters.AddWithValue("@id", id);
                {use}
        """,
        newUse, "[Execute(\"DELETE FROM city WHERE city_id = @id\")]", $"private static partial {declaration};");

    [Fact]
    public async Task Transaction_IsWhatTheMethodRunsOn() => await AssertConverted(
        "void Find(ResilientMySqlTransaction transaction)",
        """
        using (var command = new ResilientMySqlCommand("DELETE FROM city WHERE city_id = 7", connection, transaction))
                    command.[||]ExecuteNonQuery();
        """,
        "DeleteCity(transaction);",
        "[Execute(\"DELETE FROM city WHERE city_id = 7\")]", "private static partial int DeleteCity(ResilientMySqlTransaction transaction);");

    private static async Task AssertConverted(string method, string body, string newBody, string attribute, string declaration)
    {
        string name = declaration[..declaration.IndexOf('(', StringComparison.Ordinal)].Split(' ')[^1];
        string kind = attribute.StartsWith("[Query", StringComparison.Ordinal) ? "Query" : "Execute";
        await RefactoringTest.AssertRefactored<ConvertCommand>(
            $"Turn into the [{kind}] method '{name}'", CommandSources.Source(method, body), CommandSources.Source(method, newBody, $"\n\n    {attribute}\n    {declaration}"));
    }
}

using ResilientMySql.CodeFixes.Refactorings.Commands;

namespace ResilientMySql.CodeFixes.Tests.Refactorings;

/// <summary>Commands written by hand that are left alone: where it is not certain that the query does the same.</summary>
public sealed class CommandsLeftTests
{
    [Theory]
    [InlineData("cities.Add(new City(reader.GetInt32(1), reader.GetString(0)));")]
    [InlineData("cities.Add(new City(reader.GetInt32(0) + 1, reader.GetString(1)));")]
    [InlineData("cities.Add(new City(reader.GetInt32(0), reader.GetString(1).Trim()));")]
    [InlineData("cities.Add(new City(reader.GetInt32(0), reader.GetName(1)));")]
    [InlineData("cities.Add(new City(Name: reader.GetString(1), CityId: reader.GetInt32(0)));")]
    [InlineData("cities.Add(new City(reader.GetInt16(0), reader.GetString(1)));")]
    [InlineData("cities.Add(new City(reader.IsDBNull(0) ? 0 : reader.GetInt32(0), reader.GetString(1)));")]
    [InlineData("cities.Add(new City(reader.GetInt32(0), reader.IsDBNull(1) ? null! : reader.GetString(1)));")]
    [InlineData("cities.Add(new City(reader.GetInt32(0), reader.GetString(1)) { Population = 1 });")]
    [InlineData("cities.Insert(0, new City(reader.GetInt32(0), reader.GetString(1)));")]
    [InlineData("{ cities.Add(new City(reader.GetInt32(0), reader.GetString(1))); break; }")]
    [InlineData("/* all */ cities.Add(new City(reader.GetInt32(0), reader.GetString(1)));")]
    public async Task LoopThatDoesMore_IsLeft(string body) => await AssertLeft(
        "List<City> Find()",
        $"""
        var cities = new List<City>();
                using var command = new ResilientMySqlCommand("SELECT city_id, name FROM city", connection);
                using var reader = command.[||]ExecuteReader();
                while (reader.Read())
                    {body}

                return cities;
        """);

    [Fact]
    public async Task UnguardedNullableMember_IsLeft() => await AssertLeft(
        "List<string?> Find()",
        """
        var names = new List<string?>();
                using var command = new ResilientMySqlCommand("SELECT name FROM city", connection);
                using var reader = command.[||]ExecuteReader();
                while (reader.Read())
                    names.Add(reader.GetString(0));

                return names;
        """);

    [Fact]
    public async Task TwoTokens_AreLeft() => await AssertLeft(
        "async Task<List<string>> Find(CancellationToken one, CancellationToken two)",
        """
        var names = new List<string>();
                using var command = new ResilientMySqlCommand("SELECT name FROM city", connection);
                using var reader = await command.[||]ExecuteReaderAsync(one);
                while (await reader.ReadAsync(two))
                    names.Add(reader.GetString(0));

                return names;
        """);

    [Theory]
    [InlineData("SELECT name, city_id FROM city")]
    [InlineData("SELECT city_id, UPPER(name) FROM city")]
    [InlineData("SELECT city_id, name, population FROM city")]
    [InlineData("SELECT * FROM city")]
    [InlineData("SELECT city_id, name FROM city WHERE city_id = @id")]
    [InlineData("SHOW TABLES")]
    public async Task TextThatDoesNotFit_IsLeft(string sql) => await AssertLeft(
        "List<City> Find()",
        $"""
        var cities = new List<City>();
                using var command = new ResilientMySqlCommand("{sql}", connection);
                using var reader = command.[||]ExecuteReader();
                while (reader.Read())
                    cities.Add(new City(reader.GetInt32(0), reader.GetString(1)));

                return cities;
        """);

    [Theory]
    [InlineData("int Find()", "using var command = new ResilientMySqlCommand(\"DO 1\", connection) { CommandTimeout = 1 }; return command.[||]ExecuteNonQuery();")]
    [InlineData("int Find()", "using var command = new ResilientMySqlCommand(\"DO 1\", connection); command.CommandTimeout = 1; return command.[||]ExecuteNonQuery();")]
    [InlineData("int Find()", "using var command = new ResilientMySqlCommand(\"DO 1\", connection); command.Prepare(); return command.[||]ExecuteNonQuery();")]
    [InlineData("int Find()", "using var command = new ResilientMySqlCommand(\"DO 1\", connection); var a = command.[||]ExecuteNonQuery(); return a + command.ExecuteNonQuery();")]
    [InlineData("int Find()", "using var command = new ResilientMySqlCommand(\"DO 1\", connection); return 1 + command.[||]ExecuteNonQuery();")]
    [InlineData("int Find(string sql)", "using var command = new ResilientMySqlCommand(sql, connection); return command.[||]ExecuteNonQuery();")]
    [InlineData("int Find(object id)", "using var command = new ResilientMySqlCommand(\"DO @id\", connection); command.Parameters.AddWithValue(\"@id\", id); return command.[||]ExecuteNonQuery();")]
    [InlineData("int Find(int id, string name)", "using var command = new ResilientMySqlCommand(\"DO @id\", connection); command.Parameters.AddWithValue(name, id); return command.[||]ExecuteNonQuery();")]
    [InlineData("object? Find()", "using var command = new ResilientMySqlCommand(\"SELECT 1 AS one\", connection); return command.[||]ExecuteScalar();")]
    [InlineData("string Find()", "using var command = new ResilientMySqlCommand(\"SELECT 1 AS one\", connection); return (string)command.[||]ExecuteScalar()!;")]
    [InlineData("Task<int> Find()", "using var command = new ResilientMySqlCommand(\"DO 1\", connection); return command.[||]ExecuteNonQueryAsync();")]
    [InlineData("int Find()", "using (var command = new ResilientMySqlCommand(\"DO 1\", connection)) { int gone = command.[||]ExecuteNonQuery(); Console.WriteLine(gone); } return 1;")]
    [InlineData("int Find()", "using var command = new ResilientMySqlCommand(\"DO 1\", connection); int gone = command.[||]ExecuteNonQuery(); return gone + (int)command.LastInsertedId;")]
    public async Task OtherUse_IsLeft(string method, string body) => await AssertLeft(method, body);

    private static async Task AssertLeft(string method, string body) =>
        await RefactoringTest.AssertNotOffered<ConvertCommand>(CommandSources.Source(method, body));
}

using MySqlConnector;

namespace ResilientMySql.Aot.Sections;

/// <summary>Each type of the driver's goes to the server and comes back through <c>GetFieldValue</c>, text and prepared.</summary>
internal sealed class TypesSection : ISection
{
    public string Name => "types";

    public async Task RunAsync(Report report, string connectionString)
    {
        await using var connection = new ResilientMySqlConnection(connectionString);
        await connection.OpenAsync();
        Check(report, connection, "SIGNED", sbyte.MinValue);
        Check(report, connection, "UNSIGNED", byte.MaxValue);
        Check(report, connection, "SIGNED", short.MinValue);
        Check(report, connection, "UNSIGNED", ushort.MaxValue);
        Check(report, connection, "SIGNED", int.MinValue);
        Check(report, connection, "UNSIGNED", uint.MaxValue);
        Check(report, connection, "SIGNED", long.MinValue);
        Check(report, connection, "UNSIGNED", ulong.MaxValue);
        Check(report, connection, "DECIMAL(20, 4)", 12345678901234.5678m);
        Check(report, connection, "CHAR", "Žižkov 🌍 'quoted'");
        Check(report, connection, "DATETIME(6)", new DateTime(2026, 2, 28, 23, 59, 59, 123).AddMicroseconds(456));
        Check(report, connection, "DATE", new DateOnly(1999, 12, 31));
        Check(report, connection, "TIME(6)", TimeSpan.FromHours(-30));
        Check(report, connection, "TIME(6)", new TimeOnly(23, 59, 59, 999, 999));
        Check(report, connection, "CHAR(36)", Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
    }

    private static void Check<T>(Report report, ResilientMySqlConnection connection, string sqlType, T value)
        where T : notnull
    {
        using ResilientMySqlCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(@value AS {sqlType})";
        command.Parameters.Add(new MySqlParameter("@value", value));
        report.Equal($"{typeof(T).Name}, as a text", value, Read<T>(command));
        command.Prepare();
        report.Equal($"{typeof(T).Name}, prepared", value, Read<T>(command));
        command.Parameters[0].Value = DBNull.Value;
        report.Equal<object?>($"{typeof(T).Name}, NULL", DBNull.Value, command.ExecuteScalar());
    }

    private static T Read<T>(ResilientMySqlCommand command)
    {
        using ResilientMySqlDataReader reader = command.ExecuteReader();
        reader.Read();
        return reader.GetFieldValue<T>(0);
    }
}

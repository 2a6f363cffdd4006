using System.Reflection;
using MySqlConnector;

namespace ResilientMySql.Tests.Wire;

/// <summary>
/// The referenced driver's own reader over a row that never came from a server: what it makes of the bytes is what we have to make of
/// them. It is put together by reflection, and says so where a version of the driver has changed.
/// </summary>
internal sealed class DriverReaders : IDisposable
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly Driver = typeof(MySqlConnection).Assembly;
    private static readonly Type Definition = TypeOf("Protocol.Payloads.ColumnDefinitionPayload");
    private static readonly Type Segment = TypeOf("Utilities.ResizableArraySegment`1").MakeGenericType(typeof(byte));
    private static readonly Type Array = TypeOf("Utilities.ResizableArray`1").MakeGenericType(typeof(byte));
    private static readonly Type ResultSet = TypeOf("Core.ResultSet");
    private static readonly Type Row = TypeOf("Core.Row");
    private static readonly object ReadingRows = Enum.Parse(TypeOf("Core.ResultSetState"), "ReadingRows");

    private readonly MySqlConnection _connection;

    public DriverReaders(MySqlGuidFormat guids)
    {
        var options = new MySqlConnectionStringBuilder { GuidFormat = guids };
        _connection = new MySqlConnection(options.ConnectionString);
        Field(typeof(MySqlConnection), "m_connectionSettings").SetValue(_connection, Activator.CreateInstance(TypeOf("Core.ConnectionSettings"), options));
    }

    /// <summary>A reader that stands on the row.</summary>
    /// <exception cref="TargetInvocationException">The driver cannot make a row of it.</exception>
    public MySqlDataReader Over(byte[][] definitions, byte[] row)
    {
        var reader = (MySqlDataReader)Activator.CreateInstance(typeof(MySqlDataReader), nonPublic: true)!;
        Property(typeof(MySqlDataReader), "Command").SetValue(reader, _connection.CreateCommand());
        object resultSet = Field(typeof(MySqlDataReader), "m_resultSet").GetValue(reader)!;

        System.Array columns = System.Array.CreateInstance(Definition, definitions.Length);
        for (int column = 0; column < definitions.Length; column++)
            columns.SetValue(Parse(definitions[column]), column);

        Type memory = typeof(ReadOnlyMemory<>).MakeGenericType(Definition);
        Field(ResultSet, "m_columnDefinitions").SetValue(resultSet, Activator.CreateInstance(memory, columns));
        object current = Activator.CreateInstance(Row, true, resultSet)!;
        Row.GetMethod("SetData", All)!.Invoke(current, [new ReadOnlyMemory<byte>(row)]);
        Field(ResultSet, "m_row").SetValue(resultSet, current);
        Property(ResultSet, "State").SetValue(resultSet, ReadingRows);
        return reader;
    }

    public void Dispose() => _connection.Dispose();

    private static object Parse(byte[] definition)
    {
        object array = Activator.CreateInstance(Array)!;
        Field(Array, "m_array").SetValue(array, definition);
        object?[] arguments = [null, Activator.CreateInstance(Segment, array, 0, definition.Length)];
        Definition.GetMethod("Initialize", BindingFlags.Static | BindingFlags.Public)!.Invoke(null, arguments);
        return arguments[0]!;
    }

    private static Type TypeOf(string name) => Driver.GetType("MySqlConnector." + name, throwOnError: true)!;

    private static FieldInfo Field(Type type, string name) => type.GetField(name, All) ?? throw new MissingFieldException(type.Name, name);

    private static PropertyInfo Property(Type type, string name) => type.GetProperty(name, All) ?? throw new MissingMemberException(type.Name, name);
}

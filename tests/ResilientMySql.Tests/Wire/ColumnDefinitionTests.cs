using System.Reflection;
using MySqlConnector;
using ResilientMySql.Wire;

namespace ResilientMySql.Tests.Wire;

public sealed class ColumnDefinitionTests
{
    [Fact]
    public void Parse_TakesTheAlias()
    {
        byte[] payload = new PayloadBuilder().Text("def").Text("sakila").Text("c").Text("city").Text("número").Text("city_id")
            .Raw(0x0C).UInt16(63).UInt32(5).Raw(0x02).UInt16(0x4223).Raw(31).Raw(0, 0).ToArray();

        ColumnDefinition column = ColumnDefinition.Parse(payload, MySqlGuidFormat.Default);

        Assert.Equal(("número", ColumnType.Short, (ColumnFlags)0x4223, (ushort)63, 5U, (byte)31), (column.Name, column.Type, column.Flags, column.Collation, column.Length, column.Decimals));
        Assert.Equal(ColumnKind.UInt16, column.Kind);
        Assert.True(column.IsReadable);
    }

    [Fact]
    public void SameBytes_AreTheSame()
    {
        ColumnDefinition column = ColumnDefinition.Parse(Payloads.Definition("id", ColumnType.Long), MySqlGuidFormat.Default);

        Assert.True(column.IsSameAs(Payloads.Definition("id", ColumnType.Long)));
        Assert.False(column.IsSameAs(Payloads.Definition("id", ColumnType.LongLong)));
        Assert.False(column.IsSameAs(Payloads.Definition("it", ColumnType.Long)));
    }

    [Theory]
    [InlineData(0x0B)]
    [InlineData(0x0D)]
    public void OtherNumberOfFixedBytes_IsRefused(byte count)
    {
        byte[] payload = Payloads.Definition("id", ColumnType.Long);
        payload[^13] = count;

        Assert.Throws<WireProtocolException>(() => ColumnDefinition.Parse(payload, default));
    }

    [Fact]
    public void BytesBehind_AreRefused() =>
        Assert.Throws<WireProtocolException>(() => ColumnDefinition.Parse([.. Payloads.Definition("id", ColumnType.Long), 0], default));

    /// <summary>DATETIME2 and its like never leave a server; what they would look like nobody says.</summary>
    [Fact]
    public void UnknownType_IsNotReadable()
    {
        int[] unknown = [.. Enumerable.Range(0, 256).Where(type => !Parse((ColumnType)type).IsReadable)];

        Assert.Equal([.. Enumerable.Range(0, 256).Where(type => !Enum.IsDefined((ColumnType)type))], unknown);
        Assert.All(unknown, type => Assert.Equal(ColumnWidth.Unknown, Parse((ColumnType)type).Width));
    }

    /// <summary>The driver names CHAR columns, and takes them for GUIDs, by the number of their characters.</summary>
    [Fact]
    public void EveryCollation_IsAsWideAsForTheDriver()
    {
        Assembly driver = typeof(MySqlConnection).Assembly;
        MethodInfo bytesPerCharacter = driver.GetType("MySqlConnector.Protocol.Serialization.ProtocolUtility", throwOnError: true)!.GetMethod("GetBytesPerCharacter")!;
        Type collations = driver.GetType("MySqlConnector.Protocol.CharacterSet", throwOnError: true)!;

        foreach (int collation in Enumerable.Range(0, ushort.MaxValue + 1))
            Assert.Equal(OfDriver(bytesPerCharacter, Enum.ToObject(collations, collation)), Collations.BytesPerCharacter((ushort)collation));
    }

    private static int OfDriver(MethodInfo bytesPerCharacter, object collation)
    {
        // Those it does not know it throws for; there are too many to let it.
        if (!Enum.IsDefined(collation.GetType(), collation) || Convert.ToInt32(collation, null) == 0)
            return 0;

        return (int)bytesPerCharacter.Invoke(null, [collation])!;
    }

    private static ColumnDefinition Parse(ColumnType type) => ColumnDefinition.Parse(Payloads.Definition("c", type), default);
}

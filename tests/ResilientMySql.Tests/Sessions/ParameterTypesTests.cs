using MySqlConnector;
using ResilientMySql.Sessions;

namespace ResilientMySql.Tests.Sessions;

public sealed class ParameterTypesTests
{
    [Fact]
    public void ValueOfAnotherType_MakesTheDifference()
    {
        var parameters = new MySqlCommand().Parameters;
        parameters.Add(new MySqlParameter { Value = 5 });
        MySqlDbType[] types = ParameterTypes.Of(parameters);
        Assert.Equal([MySqlDbType.Int32], types);

        parameters[0].Value = 6;
        Assert.True(ParameterTypes.Are(types, parameters));
        foreach (object other in new object[] { 5L, "5", 5m, 5.0, true, new DateTime(2024, 2, 29) })
        {
            parameters[0].Value = other;
            Assert.False(ParameterTypes.Are(types, parameters));
        }
    }

    [Fact]
    public void TypedParameter_GoesByTheValueAndForANullByItself()
    {
        var parameters = new MySqlCommand().Parameters;
        parameters.Add(new MySqlParameter("@v", MySqlDbType.Int32) { Value = DBNull.Value });
        MySqlDbType[] types = ParameterTypes.Of(parameters);
        Assert.Equal([MySqlDbType.Int32], types);

        parameters[0].Value = 5;
        Assert.True(ParameterTypes.Are(types, parameters));
        parameters[0].Value = "5";
        Assert.False(ParameterTypes.Are(types, parameters));
        parameters[0].Value = DayOfWeek.Friday; // the driver knows no type for it
        Assert.True(ParameterTypes.Are(types, parameters));
    }

    [Fact]
    public void MoreParameters_MakeTheDifference()
    {
        var parameters = new MySqlCommand().Parameters;
        MySqlDbType[] none = ParameterTypes.Of(parameters);
        parameters.Add(new MySqlParameter { Value = 5 });

        Assert.False(ParameterTypes.Are(none, parameters));
    }

    [Fact]
    public void Comparing_CostsNoMemory()
    {
        var parameters = new MySqlCommand().Parameters;
        parameters.Add(new MySqlParameter { Value = 5 });
        parameters.Add(new MySqlParameter { Value = "text" });
        MySqlDbType[] types = ParameterTypes.Of(parameters);
        ParameterTypes.Are(types, parameters);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
            ParameterTypes.Are(types, parameters);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}

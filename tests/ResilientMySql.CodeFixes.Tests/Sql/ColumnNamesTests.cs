using ResilientMySql.CodeFixes.Sql;

namespace ResilientMySql.CodeFixes.Tests.Sql;

public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData("CityId", "city_id")]
    [InlineData("cityId", "city_id")]
    [InlineData("City_Id", "city_id")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "url_path")]
    [InlineData("Address2", "address2")]
    [InlineData("HasURL", "has_url")]
    public void Member_IsAColumn(string member, string column)
    {
        Assert.Equal(column, ColumnNames.Of(member));
        Assert.True(ColumnNames.IsSame(column, member));
    }

    [Theory]
    [InlineData("city_id", "cityId")]
    [InlineData("CityId", "cityId")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("_connection", "connection")]
    public void Column_IsAParameter(string column, string parameter) => Assert.Equal(parameter, ColumnNames.Parameter(column));

    [Theory]
    [InlineData("city", "cities")]
    [InlineData("city_id", "id")]
    public void OtherNames_AreNotTheSame(string column, string member) => Assert.False(ColumnNames.IsSame(column, member));
}

using ResilientMySql.Queries;

namespace ResilientMySql.Tests.Queries;

public sealed class ColumnCheckTests
{
    [Theory]
    [InlineData("city_id", "CityId", true)]
    [InlineData("CITYID", "CityId", true)]
    [InlineData("city", "City_", true)]
    [InlineData("city", "CityId", false)]
    [InlineData("city_id", "City", false)]
    [InlineData("country_id", "Country.CountryId", true)]
    [InlineData("country_country_id", "Country.CountryId", true)]
    [InlineData("name", "City.Country.Name", true)]
    [InlineData("city_country_name", "City.Country.Name", true)]
    [InlineData("country_name", "City.Country.Name", false)]
    [InlineData("country", "Country.CountryId", false)]
    [InlineData("", "Country.CountryId", false)]
    public void Names_AreComparedWithoutCaseAndUnderscores(string column, string member, bool isSame) =>
        Assert.Equal(isSame, ColumnCheck.IsNameOf(column, member));
}

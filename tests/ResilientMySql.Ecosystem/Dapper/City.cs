namespace ResilientMySql.Ecosystem.Dapper;

public sealed class City
{
    public int CityId { get; set; }

    public string Name { get; set; } = "";

    public Country? Country { get; set; }

    public static City In(City city, Country country)
    {
        city.Country = country;
        return city;
    }
}

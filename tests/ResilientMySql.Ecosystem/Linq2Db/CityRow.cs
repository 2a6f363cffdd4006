using LinqToDB.Mapping;

namespace ResilientMySql.Ecosystem.Linq2Db;

[Table("city")]
public sealed class CityRow
{
    [Column("city_id"), PrimaryKey, Identity]
    public ushort CityId { get; set; }

    [Column("city")]
    public string Name { get; set; } = "";

    [Column("country_id")]
    public ushort CountryId { get; set; }

    [Column("last_update", SkipOnInsert = true, SkipOnUpdate = true)]
    public DateTime LastUpdate { get; set; }
}

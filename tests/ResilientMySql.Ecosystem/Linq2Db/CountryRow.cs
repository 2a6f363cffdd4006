using LinqToDB.Mapping;

namespace ResilientMySql.Ecosystem.Linq2Db;

[Table("country")]
public sealed class CountryRow
{
    [Column("country_id"), PrimaryKey, Identity]
    public ushort CountryId { get; set; }

    [Column("country")]
    public string Name { get; set; } = "";
}

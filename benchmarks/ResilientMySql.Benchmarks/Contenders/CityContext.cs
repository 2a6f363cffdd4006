using Microsoft.EntityFrameworkCore;

namespace ResilientMySql.Benchmarks.Contenders;

/// <summary>Sakila's cities, as Entity Framework Core sees them.</summary>
internal sealed class CityContext(DbContextOptions<CityContext> options) : DbContext(options)
{
    public DbSet<CityEntity> Cities => Set<CityEntity>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<CityEntity>(static city =>
    {
        city.ToTable("city");
        city.Property(static row => row.Id).HasColumnName("city_id").HasColumnType("smallint unsigned");
        city.Property(static row => row.Name).HasColumnName("city").HasMaxLength(50);
    });
}

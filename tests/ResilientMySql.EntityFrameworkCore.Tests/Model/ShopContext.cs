using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ResilientMySql.EntityFrameworkCore.Tests.Model;

public class ShopContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().HasIndex(static customer => customer.Name).IsUnique();
        modelBuilder.Entity<Customer>().Property(static customer => customer.Tags).HasColumnType("json").HasConversion(
            static tags => JsonSerializer.Serialize(tags, JsonSerializerOptions.Default),
            static json => JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<List<string>>(
                static (one, other) => one!.SequenceEqual(other!), static tags => tags.Count, static tags => tags.ToList()));
    }
}

using System.ComponentModel.DataAnnotations;

namespace ResilientMySql.EntityFrameworkCore.Tests.Model;

/// <summary>One property of every kind that the provider maps.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    [MaxLength(100)]
    public string Name { get; set; } = "";

    public Guid Key { get; set; }

    public DateOnly Born { get; set; }

    public TimeOnly OpensAt { get; set; }

    public DateTime Since { get; set; }

    public DateTimeOffset? Seen { get; set; }

    public TimeSpan Patience { get; set; }

    [Precision(18, 4)]
    public decimal Credit { get; set; }

    public bool IsGood { get; set; }

    public Rank Rank { get; set; }

    public byte[]? Picture { get; set; }

    /// <summary>Kept in a column of type JSON.</summary>
    public List<string> Tags { get; set; } = [];

    [ConcurrencyCheck]
    public int Version { get; set; }

    public List<Order> Orders { get; set; } = [];
}

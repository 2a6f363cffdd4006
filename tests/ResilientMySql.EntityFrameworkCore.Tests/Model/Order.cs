using System.ComponentModel.DataAnnotations;

namespace ResilientMySql.EntityFrameworkCore.Tests.Model;

public sealed class Order
{
    public long Id { get; set; }

    public int CustomerId { get; set; }

    [MaxLength(100)]
    public string Item { get; set; } = "";
}

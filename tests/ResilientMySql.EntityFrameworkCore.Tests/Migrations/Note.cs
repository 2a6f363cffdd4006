using System.ComponentModel.DataAnnotations;

namespace ResilientMySql.EntityFrameworkCore.Tests.Migrations;

public sealed class Note
{
    public int Id { get; set; }

    [MaxLength(100)]
    public string Text { get; set; } = "";

    [MaxLength(20)]
    public string Colour { get; set; } = "";
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ResilientMySql.EntityFrameworkCore.Tests.Migrations;

[DbContext(typeof(NotesContext))]
[Migration("20260102000000_AddColour")]
public sealed class AddColour : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Colour", "Notes", maxLength: 20, defaultValue: "white");
        migrationBuilder.Sql("UPDATE Notes SET Colour = 'red'");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("Colour", "Notes");
}

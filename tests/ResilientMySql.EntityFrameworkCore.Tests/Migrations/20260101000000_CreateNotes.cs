using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ResilientMySql.EntityFrameworkCore.Tests.Migrations;

[DbContext(typeof(NotesContext))]
[Migration("20260101000000_CreateNotes")]
public sealed class CreateNotes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Notes",
            static table => new
            {
                Id = table.Column<int>().Annotation("MySql:ValueGenerationStrategy", MySqlValueGenerationStrategy.IdentityColumn),
                Text = table.Column<string>(maxLength: 100),
            },
            constraints: static table => table.PrimaryKey("PK_Notes", static note => note.Id));
        migrationBuilder.Sql("INSERT INTO Notes (Text) VALUES ('first')");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("Notes");
}

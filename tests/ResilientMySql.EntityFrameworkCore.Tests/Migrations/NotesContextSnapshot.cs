using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ResilientMySql.EntityFrameworkCore.Tests.Migrations;

[DbContext(typeof(NotesContext))]
public sealed class NotesContextSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) => modelBuilder.Entity(typeof(Note).FullName!, static note =>
    {
        note.Property<int>("Id").ValueGeneratedOnAdd().HasColumnType("int")
            .HasAnnotation("MySql:ValueGenerationStrategy", Microsoft.EntityFrameworkCore.Metadata.MySqlValueGenerationStrategy.IdentityColumn);
        note.Property<string>("Text").IsRequired().HasMaxLength(100).HasColumnType("varchar(100)");
        note.Property<string>("Colour").IsRequired().HasMaxLength(20).HasColumnType("varchar(20)");
        note.HasKey("Id");
        note.ToTable("Notes");
    });
}

namespace ResilientMySql.EntityFrameworkCore.Tests.Migrations;

public sealed class NotesContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();
}

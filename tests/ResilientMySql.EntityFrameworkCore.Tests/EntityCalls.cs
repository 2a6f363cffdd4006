using System.Data;
using Microsoft.EntityFrameworkCore.Storage;

namespace ResilientMySql.EntityFrameworkCore.Tests;

/// <summary>Entity Framework's methods in the kind of call that a test asks for.</summary>
internal static class EntityCalls
{
    public static async Task<List<T>> ListAsync<T>(this CallMode mode, IQueryable<T> query) =>
        mode is CallMode.Sync ? query.ToList() : await query.ToListAsync();

    public static async Task<T> SingleAsync<T>(this CallMode mode, IQueryable<T> query) =>
        mode is CallMode.Sync ? query.Single() : await query.SingleAsync();

    public static async Task<int> CountAsync<T>(this CallMode mode, IQueryable<T> query) =>
        mode is CallMode.Sync ? query.Count() : await query.CountAsync();

    public static async Task<int> SaveAsync(this CallMode mode, DbContext context) =>
        mode is CallMode.Sync ? context.SaveChanges() : await context.SaveChangesAsync();

    public static async Task<int> ExecuteAsync(this CallMode mode, DbContext context, FormattableString sql) =>
        mode is CallMode.Sync ? context.Database.ExecuteSql(sql) : await context.Database.ExecuteSqlAsync(sql);

    public static async Task<int> DeleteAsync<T>(this CallMode mode, IQueryable<T> query) =>
        mode is CallMode.Sync ? query.ExecuteDelete() : await query.ExecuteDeleteAsync();

    public static async Task OpenAsync(this CallMode mode, DbContext context)
    {
        if (mode is CallMode.Sync)
            context.Database.OpenConnection();
        else
            await context.Database.OpenConnectionAsync();
    }

    public static async Task<IDbContextTransaction> BeginAsync(this CallMode mode, DbContext context, IsolationLevel level = IsolationLevel.Unspecified) =>
        mode is CallMode.Sync ? context.Database.BeginTransaction(level) : await context.Database.BeginTransactionAsync(level);

    public static async Task CommitAsync(this CallMode mode, IDbContextTransaction transaction)
    {
        if (mode is CallMode.Sync)
            transaction.Commit();
        else
            await transaction.CommitAsync();
    }

    public static async Task MigrateAsync(this CallMode mode, DbContext context)
    {
        if (mode is CallMode.Sync)
            context.Database.Migrate();
        else
            await context.Database.MigrateAsync();
    }
}

using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ResilientMySql.EntityFrameworkCore;

/// <summary>Switches <see cref="ResilientMySqlRetryingExecutionStrategy"/> on.</summary>
public static class ResilientMySqlRetryExtensions
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// In the place of Pomelo's <c>EnableRetryOnFailure</c>, which is as safe, but gives up on lost transactions that could be
    /// repeated.
    /// </summary>
    /// <param name="optionsBuilder">Options of Pomelo's provider.</param>
    /// <param name="maxRetryCount">How often a unit of work is repeated.</param>
    /// <param name="maxRetryDelay">The longest pause before a repetition; 30 s when null.</param>
    /// <param name="errorNumbersToAdd">More errors of the server after which a unit of work is repeated.</param>
    public static MySqlDbContextOptionsBuilder EnableRetryOnLoss(
        this MySqlDbContextOptionsBuilder optionsBuilder,
        int maxRetryCount = 6,
        TimeSpan? maxRetryDelay = null,
        ICollection<int>? errorNumbersToAdd = null)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        return optionsBuilder.ExecutionStrategy(dependencies => new ResilientMySqlRetryingExecutionStrategy(
            dependencies, maxRetryCount, maxRetryDelay ?? LongestPause, errorNumbersToAdd));
    }
}

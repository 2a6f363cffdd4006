using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ResilientMySql.EntityFrameworkCore;

/// <summary>
/// Repeats a unit of work (a query, a SaveChanges, what is given to <c>CreateExecutionStrategy().Execute</c>) where that is
/// safe: what Pomelo's strategy repeats, such as deadlocks, and sessions lost with nothing committed. Never where the outcome is
/// unknown.
/// </summary>
/// <remarks>
/// A lost transaction is repeated from the start of the unit. So a unit has at most one transaction, which is its last step, as
/// with every execution strategy of Entity Framework.
/// </remarks>
public class ResilientMySqlRetryingExecutionStrategy : MySqlRetryingExecutionStrategy
{
    /// <summary>Makes a strategy for <see cref="Microsoft.EntityFrameworkCore.Infrastructure.RelationalDbContextOptionsBuilder{TBuilder, TExtension}.ExecutionStrategy"/>.</summary>
    /// <param name="dependencies">What Entity Framework passes in.</param>
    /// <param name="maxRetryCount">How often a unit is repeated.</param>
    /// <param name="maxRetryDelay">The longest pause before a repetition.</param>
    /// <param name="errorNumbersToAdd">More errors of the server after which a unit is repeated.</param>
    public ResilientMySqlRetryingExecutionStrategy(
        ExecutionStrategyDependencies dependencies, int maxRetryCount, TimeSpan maxRetryDelay, ICollection<int>? errorNumbersToAdd)
        : base(dependencies, maxRetryCount, maxRetryDelay, errorNumbersToAdd)
    {
    }

    /// <inheritdoc/>
    protected override bool ShouldRetryOn(Exception exception) => exception switch
    {
        ResilientMySqlException lost => lost.IsTransient || lost is { Cause: LossCause.Transaction, Outcome: ExecutionOutcome.NotExecuted },
        TransactionAbortedException { InnerException: ResilientMySqlException lost } => ShouldRetryOn(lost),
        _ => ResilientMySqlException.OutcomeOf(exception) is not ExecutionOutcome.Unknown && base.ShouldRetryOn(exception),
    };

    /// <summary>Also where the outcome of a commit is unknown: the verification knows it.</summary>
    protected override bool ShouldVerifySuccessOn(Exception exception) =>
        ResilientMySqlException.OutcomeOf(exception) is ExecutionOutcome.Unknown || base.ShouldVerifySuccessOn(exception);
}

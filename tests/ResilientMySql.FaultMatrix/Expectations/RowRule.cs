using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>How many rows of a cell the server may have: success is one, not executed or lost is none, unknown is never two.</summary>
internal static class RowRule
{
    public static (long Least, long Most) For(Operation operation, CellOutcome outcome, Delivery delivery)
    {
        if (outcome.IsSuccess)
            return (operation.RowsOnSuccess, operation.RowsOnSuccess);

        bool isUnknown = outcome.Code is OutcomeCodes.Unknown or OutcomeCodes.CommitUnknown or OutcomeCodes.Late + OutcomeCodes.Unknown;
        return (isUnknown, delivery) switch
        {
            (false, _) or (true, Delivery.Nothing) => (0, 0),
            (true, Delivery.Whole) => (1, 1),
            (true, _) => (0, 1),
        };
    }
}

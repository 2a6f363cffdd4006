using ResilientMySql.FaultMatrix.Faults;
using ResilientMySql.FaultMatrix.Operations;

namespace ResilientMySql.FaultMatrix.Expectations;

/// <summary>The written table against the library's verdicts, over every cell.</summary>
public sealed class ExpectedOutcomesTests
{
    [Fact]
    public void Table_HasEveryCellAndNoOther() => Assert.Equal(
        MatrixFaults.All.SelectMany(static fault => MatrixOperations.All.Select(operation => (fault.Name, operation.Name))).Order(),
        ExpectedOutcomes.Keys.Order());

    [Fact]
    public void EveryCell_IsWhatTheVerdictTableMakesOfIt()
    {
        foreach (MatrixFault fault in MatrixFaults.All)
        {
            foreach (Operation operation in MatrixOperations.All)
            {
                string entry = ExpectedOutcomes.Of(fault, operation);
                if (entry is OutcomeCodes.None)
                    continue;

                // A server's answer to some statements is success to others.
                string derived = Derivation.Of(fault, operation);
                bool isUnharmed = fault.MeaningTo(operation).Evidence is Failures.Evidence.Answered && entry == OutcomeCodes.Ok;
                Assert.True(
                    isUnharmed || ExpectedOutcomes.Allows(entry, derived), $"{fault.Name} × {operation.Name}: written {entry}, derived {derived}.");
            }
        }
    }

    [Fact]
    public void EveryFaultAndEveryOperation_Meet()
    {
        Assert.All(MatrixFaults.All, static fault => Assert.Contains(MatrixOperations.All, operation => ExpectedOutcomes.Of(fault, operation) is not OutcomeCodes.None));
        Assert.All(MatrixOperations.All, static operation => Assert.Contains(MatrixFaults.All, fault => ExpectedOutcomes.Of(fault, operation) is not OutcomeCodes.None));
    }
}

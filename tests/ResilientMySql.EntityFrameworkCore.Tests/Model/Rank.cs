namespace ResilientMySql.EntityFrameworkCore.Tests.Model;

public enum Rank
{
    Bronze,
    Gold,
}

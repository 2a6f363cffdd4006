# What eng/mutate.sh breaks: mutation NAME TESTS FILE OLD NEW, where OLD stands in FILE exactly once. Each is a mistake that somebody
# might make, and that changes what is generated or believed; one that no test catches asks for a test, not for another mutation.

statements=src/ResilientMySql/Statements
generators=src/ResilientMySql.Generators
library=ResilientMySql.Tests
generator=ResilientMySql.Generators.Tests

# ---- the lexer

mutation 'two dashes open a comment without a blank' $library $statements/SqlLexer.cs \
    "Peek(1) == '-' && IsBlank(Peek(2))" "Peek(1) == '-'"
mutation 'a backslash escapes nothing' $library $statements/SqlLexer.cs \
    '_position = Math.Min(_position + 2, _sql.Length);' '_position++;'
mutation 'a doubled quote ends its string' $library $statements/SqlLexer.cs \
    'else if (Peek(1) == quote)' "else if (Peek(1) == '\\0')"
mutation 'a hint is a comment' $library $statements/SqlLexer.cs \
    "content[0] != '+'" "content[0] != '\\0'"

# ---- the classifier

mutation 'FOR UPDATE locks nothing' $library $statements/BodyInspector.cs \
    '? Finding.Lock : Finding.Verb' '? Finding.None : Finding.Verb'
mutation 'INTO @v leaves nothing behind' $library $statements/BodyInspector.cs \
    '_ when cursor.Kind is SqlTokenKind.AtName => Finding.Pin' '_ when cursor.Kind is SqlTokenKind.AtName => Finding.None'
mutation ':= leaves nothing behind' $library $statements/BodyInspector.cs \
    'SqlTokenKind.Assignment => Finding.Pin' 'SqlTokenKind.Assignment => Finding.None'
mutation 'what an executable comment does is not minded' $library $statements/BodyInspector.cs \
    'SqlTokenKind.ExecutableComment or SqlTokenKind.Unterminated => Finding.Unknown' 'SqlTokenKind.Unterminated => Finding.Unknown'
mutation 'a stored function is taken for a built-in one' $library $statements/CallInspector.cs \
    'return Finding.Unknown;' 'return Finding.None;'
mutation 'LAST_INSERT_ID(7) only asks' $library $statements/CallInspector.cs \
    'TakesNoArgument(cursor) ? Finding.AsksInsertId : Finding.SetsInsertId' 'Finding.AsksInsertId'
mutation 'INSERT gives no id' $library $statements/InsertStatement.cs \
    'body with { Makes = body.Makes | OneShotState.InsertId }' 'body'
mutation 'EXPLAIN ANALYZE executes nothing' $library $statements/ExplainStatement.cs \
    'executes ? Write : StatementKind.Read' 'StatementKind.Read'
mutation 'a text is only what its last statement is' $library $statements/StatementEffects.cs \
    '_ when TouchesOnlyRows && next.TouchesOnlyRows => StatementKind.Write' '_ when TouchesOnlyRows && next.TouchesOnlyRows => next.Kind'
mutation 'a write may run twice' $library $statements/StatementEffects.cs \
    '(Kind is StatementKind.Write && IsDeclaredIdempotent)' 'Kind is StatementKind.Write'
mutation 'a definition commits nothing' $library $statements/StatementEffects.cs \
    'StatementKind.Commit or StatementKind.ImplicitCommit' 'StatementKind.Commit'
mutation 'only the usual sql_mode counts' $library $statements/StatementClassifier.cs \
    "if (!sql.Contains('\\\\'))" 'if (sql.Length >= 0)'

# ---- what names mean

mutation 'parameters are bound from last to first' $generator $generators/Binding/SqlBinder.cs \
    '_bound.Add(bound);' '_bound.Insert(0, bound);'
mutation 'names in quotes are parameters' $generator $generators/Binding/SqlBinder.cs \
    'kind is SqlTokenKind.AtName && text[1] is not' 'kind is SqlTokenKind.AtName && text[0] is not'
mutation 'a list may stand beside others in its parentheses' $generator $generators/Binding/SqlBinder.cs \
    'if (text != ")")' 'if (text.Length == 0)'
mutation 'a parameter that the SQL has not is let pass' $generator $generators/Binding/SqlBinder.cs \
    '_bound.All(bound => bound.Parameter != parameter)' '_bound.Count < 0'
mutation 'case decides what a name means' $generator $generators/Binding/NameBinder.cs \
    'parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)' 'parameter.Name.Equals(name, StringComparison.Ordinal)'
mutation 'a member that two parameters have is that of the first' $generator $generators/Binding/NameBinder.cs \
    '1 => (owned[0], null)' '1 or 2 => (owned[0], null)'
mutation 'mistakes in the SQL leave a body that runs' $generator $generators/Binding/MethodBinder.cs \
    'mistakes.Length == 0 ? bound!.Statement : null' 'bound?.Statement'
mutation 'a file is found by the end of its name' $generator $generators/Binding/SqlFiles.cs \
    "path[path.Length - end.Length - 1] == '/'" "path[path.Length - end.Length - 1] != '?'"
mutation 'a connection goes before its transaction' $generator $generators/Parsing/HostFinder.cs \
    'parameters.Min(KindOf)' 'parameters.Max(KindOf)'
mutation 'a ref struct is a row anywhere else' $generator $generators/Parsing/RowParser.cs \
    'row.IsRefLikeType && !livesOnStack' 'row.IsRefLikeType && livesOnStack'
mutation 'rows on the stack may be waited for' $generator $generators/Parsing/ResultParser.cs \
    'shape is ResultShape.Rows && isAsync ? ReportAsynchronousRows() : ' ''
mutation 'what is on the stack may keep a reference to its row' $generator $generators/Emission/RowEmitter.cs \
    'row.LivesOnStack ? "scoped " : ""' 'row.LivesOnStack ? "" : ""'
mutation 'required members are left alone' $generator $generators/Parsing/RowConstructors.cs \
    'setsAll ? [] : settable.FindAll(RowMembers.IsRequired)' '[]'

# ---- what is emitted

mutation 'NULL is read as a value' $generator $generators/Emission/Values.cs \
    'return scalar.IsNullable ? $"row.IsNull({ordinal}) ? null : {value}" : value;' 'return value;'
mutation 'all members read the same column' $generator $generators/Emission/RowEmitter.cs \
    'return Values.Read(member.Scalar!, ordinal++);' 'return Values.Read(member.Scalar!, ordinal);'
mutation 'a nested row is null where any of its columns is' $generator $generators/Emission/RowEmitter.cs \
    'string.Join(" && "' 'string.Join(" || "'
mutation 'cancellation goes nowhere' $generator $generators/Emission/CallEmitter.cs \
    'result.IsAsync ? ", " + call.CancellationToken : ""' 'result.IsAsync ? ", default" : ""'
mutation 'the only row is the first' $generator $generators/Emission/CallEmitter.cs \
    'ResultShape.Single => "QueryRunner.Single"' 'ResultShape.Single => "QueryRunner.First"'
mutation 'the time limit is dropped' $generator $generators/Emission/CallEmitter.cs \
    'private static string Target(CallModel call) => call.Timeout is null' 'private static string Target(CallModel call) => call.Host is not null'
mutation 'no statement is declared idempotent' $generator $generators/Emission/StatementEmitter.cs \
    'if (call.IdempotenceReason is { } reason && !string.IsNullOrWhiteSpace(reason))' 'if (call.IdempotenceReason is { Length: > 1000 } reason)'
mutation 'lists are one place further' $generator $generators/Emission/StatementEmitter.cs \
    'Lists => [{string.Join(", ", places)}]' 'Lists => [{string.Join(", ", places.Select(place => place + 1))}]'
mutation 'what follows the rows is bound with each row' $generator $generators/Emission/BulkEmitter.cs \
    '.Skip(inTail)]' '.Skip(bulk.HeadBindings)]'
mutation 'a text with quotes has too few around it' $generator $generators/Emission/SqlLiteral.cs \
    'Math.Max(3, LongestRunOfQuotes(text) + 1)' '3'
mutation 'names of files differ in case alone' $generator $generators/Emission/HintNames.cs \
    'GroupBy(name => name, StringComparer.OrdinalIgnoreCase)' 'GroupBy(name => name, StringComparer.Ordinal)'

# ---- what is kept

mutation 'equal models are different' $generator $generators/Model/EquatableArray.cs \
    'Items.AsSpan().SequenceEqual(other.Items)' 'ReferenceEquals(Items, other.Items)'

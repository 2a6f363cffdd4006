using System.Collections.Frozen;

namespace ResilientMySql.Statements;

/// <summary>
/// The built-in functions of MySQL 9 and MariaDB 10.11 that the classifier understands, together with the keywords that may
/// stand before a parenthesis.
/// </summary>
/// <remarks>Source: MySQL Reference Manual, "Built-In Function and Operator Reference"; MariaDB Knowledge Base, "Function Reference".</remarks>
internal static class KnownFunctions
{
    private const string Keywords =
        "ALL AND ANY AS BETWEEN BINARY BY CASE COLUMNS DISTINCT DISTINCTROW DIV ELSE END ESCAPE EXCEPT EXISTS FROM HAVING IN INDEX " +
        "INTERSECT INTERVAL IS JOIN KEY LATERAL LIKE LIMIT MEMBER MINUS MOD NOT OF OFFSET ON OR OVER PARTITION PATH REGEXP RETURNING RLIKE ROW " +
        "SELECT SET SOME STRAIGHT_JOIN THEN UNION USING VALUE VALUES WHEN WHERE WINDOW XOR";

    private const string Types =
        "BIT CHAR DATE DATETIME DEC DECIMAL DOUBLE FLOAT FLOAT4 FLOAT8 INT INTEGER NCHAR NUMERIC TIME TIMESTAMP VARBINARY VARCHAR YEAR";

    private const string Aggregates =
        "ANY_VALUE AVG BIT_AND BIT_OR BIT_XOR COUNT CUME_DIST DENSE_RANK FIRST_VALUE GROUPING GROUP_CONCAT JSON_ARRAYAGG " +
        "JSON_OBJECTAGG LAG LAST_VALUE LEAD MAX MEDIAN MIN NTH_VALUE NTILE PERCENTILE_CONT PERCENTILE_DISC PERCENT_RANK RANK " +
        "ROW_NUMBER STD STDDEV STDDEV_POP STDDEV_SAMP SUM VARIANCE VAR_POP VAR_SAMP";

    private const string Scalars =
        "ABS ACOS ASCII ASIN ATAN ATAN2 BIN BIT_COUNT BIT_LENGTH CEIL CEILING CHARACTER_LENGTH CHARSET CHAR_LENGTH COALESCE " +
        "COERCIBILITY COLLATION CONCAT CONCAT_WS CONV CONVERT CAST COS COT CRC32 CRC32C DEGREES ELT EXP EXPORT_SET FIELD FIND_IN_SET FLOOR " +
        "FORMAT FROM_BASE64 GREATEST HEX IF IFNULL INSERT INSTR INTERVAL ISNULL LCASE LEAST LEFT LENGTH LENGTHB LN LOCATE LOG " +
        "LOG10 LOG2 LOWER LPAD LTRIM MAKE_SET MATCH AGAINST MID NATURAL_SORT_KEY NULLIF NVL NVL2 OCT OCTET_LENGTH ORD PI POSITION POW POWER " +
        "QUOTE RADIANS RAND REGEXP_INSTR REGEXP_LIKE REGEXP_REPLACE REGEXP_SUBSTR REPEAT REPLACE REVERSE RIGHT ROUND RPAD RTRIM " +
        "SFORMAT SIGN SIN SOUNDEX SPACE SQRT STRCMP SUBSTR SUBSTRING SUBSTRING_INDEX TAN TO_BASE64 TO_CHAR TRIM TRUNCATE UCASE UNHEX UPPER " +
        "WEIGHT_STRING CHR";

    private const string Temporal =
        "ADDDATE ADDTIME ADD_MONTHS CONVERT_TZ CURDATE CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURTIME DATEDIFF DATE_ADD " +
        "DATE_FORMAT DATE_SUB DAY DAYNAME DAYOFMONTH DAYOFWEEK DAYOFYEAR EXTRACT FROM_DAYS FROM_UNIXTIME GET_FORMAT HOUR LAST_DAY " +
        "LOCALTIME LOCALTIMESTAMP MAKEDATE MAKETIME MICROSECOND MINUTE MONTH MONTHNAME NOW PERIOD_ADD PERIOD_DIFF QUARTER SECOND " +
        "SEC_TO_TIME STR_TO_DATE SUBDATE SUBTIME SYSDATE TIMEDIFF TIMESTAMPADD TIMESTAMPDIFF TIME_FORMAT TIME_TO_SEC TO_DAYS " +
        "TO_SECONDS UNIX_TIMESTAMP UTC_DATE UTC_TIME UTC_TIMESTAMP WEEK WEEKDAY WEEKOFYEAR YEARWEEK";

    private const string Documents =
        "JSON_ARRAY JSON_ARRAY_APPEND JSON_ARRAY_INSERT JSON_COMPACT JSON_CONTAINS JSON_CONTAINS_PATH JSON_DEPTH JSON_DETAILED " +
        "JSON_EQUALS JSON_EXISTS JSON_EXTRACT JSON_INSERT JSON_KEYS JSON_LENGTH JSON_LOOSE JSON_MERGE JSON_MERGE_PATCH " +
        "JSON_MERGE_PRESERVE JSON_NORMALIZE JSON_OBJECT JSON_OVERLAPS JSON_PRETTY JSON_QUERY JSON_QUOTE JSON_REMOVE JSON_REPLACE " +
        "JSON_SCHEMA_VALID JSON_SEARCH JSON_SET JSON_STORAGE_SIZE JSON_TABLE JSON_TYPE JSON_UNQUOTE JSON_VALID JSON_VALUE";

    private const string Others =
        "AES_DECRYPT AES_ENCRYPT BIN_TO_UUID COMPRESS CURRENT_ROLE CURRENT_USER DATABASE DEFAULT GEOMFROMTEXT INET6_ATON INET6_NTOA " +
        "INET_ATON INET_NTOA IS_IPV4 IS_IPV4_COMPAT IS_IPV4_MAPPED IS_IPV6 IS_UUID MD5 POINT RANDOM_BYTES SCHEMA SESSION_USER SHA " +
        "SHA1 SHA2 ST_ASGEOJSON ST_ASTEXT ST_ASWKB ST_CONTAINS ST_DISTANCE ST_DISTANCE_SPHERE ST_GEOMFROMTEXT ST_GEOMFROMWKB " +
        "ST_INTERSECTS ST_SRID ST_WITHIN ST_X ST_Y SYSTEM_USER UNCOMPRESS UNCOMPRESSED_LENGTH USER UUID UUID_SHORT UUID_TO_BIN " +
        "VERSION";

    private const string Effects = "BENCHMARK SLEEP SETVAL NEXTVAL";

    private const string Locks = "GET_LOCK RELEASE_LOCK RELEASE_ALL_LOCKS";

    private const string OneShots = "CONNECTION_ID FOUND_ROWS ROW_COUNT";

    private static readonly FrozenDictionary<string, FunctionKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = Build();

    /// <summary>What a call of <paramref name="name"/> does; keywords that take parentheses count as pure.</summary>
    public static FunctionKind Find(ReadOnlySpan<char> name) =>
        Kinds.TryGetValue(name, out FunctionKind kind) ? kind : FunctionKind.Unknown;

    /// <summary>Whether reading the system variable tells what the session did just before.</summary>
    public static bool IsOneShotVariable(ReadOnlySpan<char> variable)
    {
        ReadOnlySpan<char> name = variable[(variable.LastIndexOfAny('@', '.') + 1)..];
        return name.Equals("identity", StringComparison.OrdinalIgnoreCase)
            || name.Equals("last_insert_id", StringComparison.OrdinalIgnoreCase)
            || name.Equals("insert_id", StringComparison.OrdinalIgnoreCase)
            || name.Equals("warning_count", StringComparison.OrdinalIgnoreCase)
            || name.Equals("error_count", StringComparison.OrdinalIgnoreCase)
            || name.Equals("pseudo_thread_id", StringComparison.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, FunctionKind>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var kinds = new Dictionary<string, FunctionKind>(StringComparer.OrdinalIgnoreCase);
        foreach (string pure in new[] { Keywords, Types, Aggregates, Scalars, Temporal, Documents, Others })
            Add(pure, FunctionKind.Pure);

        Add(Effects, FunctionKind.Effect);
        Add(Locks, FunctionKind.Lock);
        Add(OneShots, FunctionKind.OneShot);
        Add("LAST_INSERT_ID", FunctionKind.LastInsertId);
        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(string names, FunctionKind kind)
        {
            foreach (string name in names.Split(' '))
                kinds[name] = kind;
        }
    }
}

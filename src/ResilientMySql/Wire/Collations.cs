namespace ResilientMySql.Wire;

/// <summary>The numbers of collations, as both servers list them in <c>information_schema.COLLATIONS</c>.</summary>
internal static class Collations
{
    /// <summary>Of bytes, and of everything that is no text.</summary>
    public const ushort Binary = 63;

    /// <summary>
    /// How many bytes the longest character of a collation's character set has; 0 where the driver does not know the collation.
    /// Column definitions tell the length of CHAR columns in bytes, so the number of characters follows from it.
    /// </summary>
    public static int BytesPerCharacter(ushort collation) => collation switch
    {
        < 640 => OfMySql(collation),
        < 1024 => OfNewerMariaDb(collation),
        _ => OfMariaDb(collation),
    };

    private static int OfMySql(ushort collation) => collation switch
    {
        1 or 13 or 19 or 24 or 28 or 35 or (>= 84 and <= 88) or 90 or 95 or 96 or (>= 128 and <= 151) or 159 => 2,
        12 or 33 or 76 or 83 or 91 or 97 or 98 or (>= 192 and <= 215) or 223 or (>= 576 and <= 579) => 3,
        45 or 46 or (>= 54 and <= 56) or (>= 60 and <= 62) or (>= 101 and <= 124) or (>= 160 and <= 183) or (>= 224 and <= 250)
            or (>= 255 and <= 271) or (>= 273 and <= 275) or (>= 277 and <= 294) or (>= 296 and <= 298) or 300 or (>= 303 and <= 323) or (>= 608 and <= 611) => 4,
        (>= 2 and <= 11) or (>= 14 and <= 16) or 18 or (>= 20 and <= 23) or (>= 25 and <= 27) or (>= 29 and <= 32) or 34 or (>= 36 and <= 44)
            or (>= 47 and <= 53) or (>= 57 and <= 59) or (>= 63 and <= 75) or (>= 77 and <= 82) or 89 or (>= 92 and <= 94) or 99 => 1,
        _ => 0,
    };

    private static int OfNewerMariaDb(ushort collation) => collation switch
    {
        >= 640 and <= 642 => 2,
        (>= 672 and <= 674) or (>= 736 and <= 738) => 4,
        _ => 0,
    };

    /// <summary>MariaDB's collations without padding have the numbers of those with it, and 1,024 more.</summary>
    private static int OfMariaDb(ushort collation) => collation switch
    {
        1025 or 1037 or 1043 or 1048 or 1052 or 1059 or (>= 1108 and <= 1112) or 1114 or 1119 or 1120 or 1152 or 1174 => 2,
        1036 or 1057 or 1107 or 1115 or 1121 or 1122 or 1216 or 1238 => 3,
        1069 or 1070 or (>= 1078 and <= 1080) or (>= 1084 and <= 1086) or 1125 or 1147 or 1184 or 1206 or 1248 or 1270 => 4,
        1027 or 1028 or (>= 1030 and <= 1035) or 1040 or 1042 or 1046 or 1049 or 1050 or 1054 or 1056 or (>= 1060 and <= 1065) or 1067 or 1071
            or 1074 or 1075 or 1077 or (>= 1081 and <= 1083) or (>= 1088 and <= 1099) or (>= 1101 and <= 1106) or 1113 or 1116 or 1117 => 1,
        _ => 0,
    };
}

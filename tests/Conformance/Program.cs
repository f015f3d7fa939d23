namespace Akka.Flink.Conformance.Tests;

/// <summary>The command: runs all golden cases of a folder.</summary>
internal static class Program
{
    private const string Usage = """
        Usage: ./build.sh conformance operators [--dir DIR] [--suite SUITE] [--case ID]

          --dir DIR      a folder with files of golden cases (*.ndjson), whole or in part; by default the copy in tests/Conformance/Cases
          --suite SUITE  only the cases of this suite
          --case ID      only this case
        """;

    public static int Main(string[] args)
    {
        if (args.Length == 0 || args[0] != "operators" || !TryParse(args.AsSpan(1), out var dir, out var suite, out var id))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        try
        {
            return Run(dir, suite, id);
        }
        catch (InvalidDataException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    private static int Run(string dir, string? suite, string? id)
    {
        var cases = CaseReader.ReadFolder(dir)
            .Where(golden => (suite is null || golden.Suite == suite) && (id is null || golden.Id == id))
            .ToList();
        if (cases.Count == 0)
        {
            Console.Error.WriteLine($"No case of '{dir}' has suite '{suite ?? "any"}' and id '{id ?? "any"}'.");
            return 2;
        }

        var report = new SuiteReport(Console.Out);
        foreach (var golden in cases)
            report.Run(golden);

        report.WriteSummary();
        return report.Failed == 0 ? 0 : 1;
    }

    private static bool TryParse(ReadOnlySpan<string> args, out string dir, out string? suite, out string? id)
    {
        (dir, suite, id) = (CaseReader.DefaultFolder, null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                return false;

            switch (args[i])
            {
                case "--dir":
                    dir = args[i + 1];
                    break;
                case "--suite":
                    suite = args[i + 1];
                    break;
                case "--case":
                    id = args[i + 1];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}

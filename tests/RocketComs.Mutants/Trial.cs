using System.Collections.Concurrent;
using System.Globalization;

namespace RocketComs.Mutants;

/// <summary>Tries the changes, with two processes, and keeps what was found.</summary>
internal sealed class Trial : IDisposable
{
    private static readonly ParallelOptions s_two = new() { MaxDegreeOfParallelism = 2 };

    private readonly string _place;
    private readonly int _most;
    private readonly ILookup<string, Mutant> _mutants;
    private readonly ILookup<int, Test> _reach;
    private readonly ILookup<string, Test> _ofFolder;
    private readonly HashSet<int> _static;
    private readonly Dictionary<(string File, Test Test), int> _places;
    private readonly ConcurrentDictionary<int, Result> _results = [];
    private readonly ConcurrentDictionary<(string File, string Test), int> _noticing = [];
    private readonly ILookup<string, string> _noticedBefore;
    private readonly StreamWriter _log;
    private readonly StreamWriter _noticed;

    /// <summary>Reads what there is to try, and what was tried before.</summary>
    /// <param name="changes">The folder with the report of Stryker. What noticed which change is kept beside it, for other code and other tests too.</param>
    /// <param name="place">The folder with what the tests reach, and the results.</param>
    /// <param name="most">For how long tests are tried with a change, as long as they took without one.</param>
    public Trial(string changes, string place, TimeSpan most)
    {
        _place = place;
        _most = (int)most.TotalMilliseconds;
        List<Mutant> mutants = Mutant.Read(Path.Combine(changes, "mutation-report.json"));
        _mutants = mutants.ToLookup(mutant => mutant.Folder);
        Test[] tests = [.. File.ReadLines(Path.Combine(place, "reach.txt")).Select(Test.Read)];
        foreach (Test test in tests.Where(test => !test.Passes))
        {
            Console.Error.WriteLine("Left out, for it fails where nothing is changed: " + test.Name);
        }

        tests = [.. tests.Where(test => test.Passes)];
        _reach = tests.SelectMany(test => test.Reached.Select(id => (id, test))).ToLookup(pair => pair.id, pair => pair.test);
        _static = [.. tests.SelectMany(test => test.Static)];

        Dictionary<int, Mutant> byId = mutants.ToDictionary(mutant => mutant.Id);
        _ofFolder = tests
            .SelectMany(test => test.Reached.Where(byId.ContainsKey).Select(id => byId[id].Folder).Distinct().Select(folder => (folder, test)))
            .ToLookup(pair => pair.folder, pair => pair.test);
        _places = tests
            .SelectMany(test => test.Reached.Where(byId.ContainsKey).Select(id => (byId[id].File, test)))
            .CountBy(pair => pair)
            .ToDictionary();

        string log = Path.Combine(place, "results.txt");
        foreach (string[] fields in Kept(log, fields: 3))
        {
            Take(byId[int.Parse(fields[0], CultureInfo.InvariantCulture)], new(Enum.Parse<Verdict>(fields[1]), fields[2]));
        }

        string noticed = Path.Combine(changes, "..", "noticed.txt");
        _noticedBefore = Kept(noticed, fields: 2).DistinctBy(fields => (fields[0], fields[1])).ToLookup(fields => fields[0], fields => fields[1]);
        _log = GoOn(log);
        _noticed = GoOn(noticed);
    }

    // A call that was ended may have written half of its last line.
    private static IEnumerable<string[]> Kept(string path, int fields) => File.Exists(path) ? File.ReadLines(path).Select(line => line.Split('\t')).Where(line => line.Length == fields) : [];

    private static StreamWriter GoOn(string path)
    {
        StreamWriter writer = new(path, append: true) { AutoFlush = true };
        writer.WriteLine();
        return writer;
    }

    public void Dispose()
    {
        _log.Dispose();
        _noticed.Dispose();
    }

    /// <summary>Tries what is left of a folder, and writes what was not noticed to a file of its name.</summary>
    /// <returns>The folder, how many changes, how many of them were noticed, and how many of these by a time limit.</returns>
    public async Task<string> TryAsync(string folder)
    {
        ConcurrentQueue<(Mutant Mutant, bool IsOnce)> cold = [];
        ConcurrentBag<Worker> idle = [];
        await Parallel.ForEachAsync(_mutants[folder].Where(IsLeft), s_two, async (mutant, _) =>
        {
            bool isOnce = _static.Contains(mutant.Id);
            Test[] tests = Nearest(mutant, isOnce);
            if (tests.Length == 0)
            {
                Tell(mutant, new(Verdict.Unreached, ""));
                return;
            }

            if (isOnce)
            {
                cold.Enqueue((mutant, true));
                return;
            }

            Worker worker = idle.TryTake(out Worker? one) ? one : new(Worker.Warm);
            Result result = await worker.TryAsync(mutant.Id, tests);
            if (result.Verdict is Verdict.Noticed or Verdict.Survived or Verdict.TimedOut)
            {
                Tell(mutant, result);
            }
            else
            {
                cold.Enqueue((mutant, result.Verdict == Verdict.Once));
            }

            if (worker.IsOver)
            {
                worker.Dispose();
            }
            else
            {
                idle.Add(worker);
            }
        });
        foreach (Worker worker in idle)
        {
            worker.Dispose();
        }

        await Parallel.ForEachAsync(cold, s_two, async (one, _) =>
        {
            using Worker worker = new(Worker.Cold);
            Result result = await worker.TryAsync(one.Mutant.Id, Nearest(one.Mutant, one.IsOnce));
            Tell(one.Mutant, result.Verdict == Verdict.Ended ? result with { Verdict = Verdict.Noticed } : result);
        });

        (Mutant Mutant, Verdict Verdict)[] all = [.. _mutants[folder].Select(mutant => (mutant, _results[mutant.Id].Verdict))];
        await File.WriteAllLinesAsync(
            Path.Combine(_place, folder + ".txt"),
            all.Where(one => one.Verdict is Verdict.Survived or Verdict.Unreached).Select(one => $"{one.Verdict} {one.Mutant}"));
        int timedOut = all.Count(one => one.Verdict == Verdict.TimedOut);
        return $"{folder},{all.Length},{timedOut + all.Count(one => one.Verdict == Verdict.Noticed)},{timedOut}";
    }

    // What survived is tried again where there is more time for it than there was.
    private bool IsLeft(Mutant mutant) =>
        !_results.TryGetValue(mutant.Id, out Result? result)
        || (result.Verdict == Verdict.Survived && int.Parse(result.Detail, CultureInfo.InvariantCulture) < _most);

    private Test[] Nearest(Mutant mutant, bool isOnce)
    {
        // Whoever came first has reached what is made once in a process; whoever comes to the folder may need it.
        IEnumerable<Test> reaching = isOnce ? _ofFolder[mutant.Folder] : _reach[mutant.Id];
        Test[] byUse = [.. reaching
            .OrderByDescending(Use)
            .ThenBy(test => test.Folder != mutant.Folder)
            .ThenBy(test => !test.Class.EndsWith("." + Path.GetFileNameWithoutExtension(mutant.File) + "Tests", StringComparison.Ordinal))
            .ThenBy(test => test.Milliseconds)];

        // What noticed such a change before does so again, as a rule, and then nothing else is tried.
        List<Test> nearest = [.. byUse.Where(test => _noticedBefore[mutant.Name].Contains(test.Name))];
        nearest.AddRange(Within(_most / 4, byUse.Except(nearest)));
        if (nearest.Count == 0)
        {
            // However long it takes.
            nearest.AddRange(byUse.Take(1));
        }

        // Small tests are many, and would leave no time for a large one that goes everywhere.
        return [.. nearest, .. Within(_most - (_most / 4), byUse.Except(nearest)
            .OrderByDescending(Use)
            .ThenByDescending(test => _places.GetValueOrDefault((mutant.File, test))))];

        // How many changes of the file it noticed, for its time.
        double Use(Test test) => _noticing.GetValueOrDefault((mutant.File, test.Name)) / (test.Milliseconds + 20.0);
    }

    private static List<Test> Within(int milliseconds, IEnumerable<Test> tests)
    {
        List<Test> within = [];
        foreach (Test test in tests)
        {
            if (test.Milliseconds < milliseconds)
            {
                within.Add(test);
                milliseconds -= test.Milliseconds + 1;
            }
        }

        return within;
    }

    private void Tell(Mutant mutant, Result result)
    {
        Result told = result.Verdict == Verdict.Survived ? result with { Detail = _most.ToString(CultureInfo.InvariantCulture) } : result;
        Take(mutant, told);
        lock (_log)
        {
            _log.WriteLine($"{mutant.Id}\t{told.Verdict}\t{told.Detail}");
            if (told.Verdict == Verdict.Noticed && !_noticedBefore[mutant.Name].Contains(told.Detail))
            {
                _noticed.WriteLine($"{mutant.Name}\t{told.Detail}");
            }
        }
    }

    private void Take(Mutant mutant, Result result)
    {
        _results[mutant.Id] = result;
        if (result.Verdict == Verdict.Noticed)
        {
            _noticing.AddOrUpdate((mutant.File, result.Detail), 1, (_, count) => count + 1);
        }
    }
}

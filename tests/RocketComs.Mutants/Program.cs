using System.Diagnostics;
using RocketComs.Mutants;

// Tests by chance try a fiftieth of their inputs.
Environment.SetEnvironmentVariable("ROCKETCOMS_FEWER", "50");
switch (args)
{
    case ["work", string kind]:
        await Worker.WorkAsync(kind == Worker.Cold);
        break;
    case ["reach", string to]:
        await ReachAsync(to);
        break;
    case [string changes, string place, string seconds, .. string[] folders]:
        await TryAsync(changes, place, TimeSpan.FromSeconds(double.Parse(seconds, null)), folders);
        break;
}

// A test may have left a thread behind that does not end.
Environment.Exit(0);

static async Task ReachAsync(string to)
{
    TestRun run = await TestRun.FindAsync();
    await using (StreamWriter writer = new(to + ".part"))
    {
        await foreach (Test test in run.ReachAsync())
        {
            await writer.WriteLineAsync(test.ToString());
        }
    }

    File.Move(to + ".part", to, true);
}

// What was found is told a folder a line: its name, how many changes, how many noticed, and how many of these by a time limit.
static async Task TryAsync(string changes, string place, TimeSpan most, string[] folders)
{
    using (Process self = Process.GetCurrentProcess())
    {
        // Of the processes that are begun here too.
        self.PriorityClass = ProcessPriorityClass.BelowNormal;
    }

    MutantSwitch.Write(Path.Combine(changes, "RocketComs.Core.dll"), Path.Combine(AppContext.BaseDirectory, "RocketComs.Core.dll"));
    string reach = Path.Combine(place, "reach.txt");
    if (!File.Exists(reach))
    {
        using Process process = Process.Start(Environment.ProcessPath!, ["reach", reach]);
        await process.WaitForExitAsync();
    }

    using Trial trial = new(changes, place, most);
    foreach (string folder in folders)
    {
        Console.WriteLine(await trial.TryAsync(folder));
    }
}

using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace RocketComs.Shell;

/// <summary>Asks the questions of the engine, in the words and the layout of <c>pwsh</c>.</summary>
internal sealed class Prompter(Screen screen, ShellInput input)
{
    public int Choose(string? caption, string? message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        input.RequireAnswers();
        Introduce(caption, message);
        ChoicePrompt prompt = new(choices, defaultChoice);
        while (true)
        {
            screen.Ask(prompt.Text(Screen.TerminalWidth, screen.HasColour));
            string answer = input.ReadLine().Trim();
            if (answer == "?")
            {
                screen.Ask(prompt.Help);
            }
            else if (prompt.Find(answer) is int choice and >= 0)
            {
                return choice;
            }
        }
    }

    public Dictionary<string, PSObject> Fill(string? caption, string? message, Collection<FieldDescription> fields)
    {
        input.RequireAnswers();
        Introduce(caption, message);
        if (fields.Any(field => !string.IsNullOrEmpty(field.HelpMessage)))
        {
            AskLine("(Type !? for Help.)");
        }

        return fields.ToDictionary(field => field.Name, field => PSObject.AsPSObject(Fill(field)));
    }

    public PSCredential Credential(string? caption, string? message, string? userName)
    {
        input.RequireAnswers();
        Introduce(string.IsNullOrEmpty(caption) ? "PowerShell credential request" : caption, string.IsNullOrEmpty(message) ? "Enter your credentials." : message);
        while (string.IsNullOrWhiteSpace(userName))
        {
            screen.Ask("User: ");
            userName = input.ReadLine();
        }

        screen.Ask($"Password for user {userName}: ");
        return new PSCredential(userName, input.ReadSecret());
    }

    private static Type TypeOf(FieldDescription field)
        => Type.GetType(field.ParameterAssemblyFullName)
            ?? (LanguagePrimitives.TryConvertTo(field.ParameterTypeFullName, out Type type) ? type : typeof(string));

    private object Fill(FieldDescription field)
    {
        Type type = TypeOf(field);
        if (!typeof(IList).IsAssignableFrom(type))
        {
            return Ask(field, type, field.Name)!;
        }

        List<object> items = [];
        while (Ask(field, type.GetElementType() ?? typeof(object), string.Create(CultureInfo.InvariantCulture, $"{field.Name}[{items.Count}]")) is object item)
        {
            if (item is string { Length: 0 } or SecureString { Length: 0 })
            {
                break;
            }

            items.Add(item);
        }

        return LanguagePrimitives.TryConvertTo(items, type, CultureInfo.InvariantCulture, out object list) ? list : items;
    }

    private object? Ask(FieldDescription field, Type type, string label)
    {
        if (type == typeof(PSCredential))
        {
            return Credential(label, "Enter your credentials.", userName: null);
        }

        while (true)
        {
            screen.Ask(label + ": ");
            if (type == typeof(SecureString))
            {
                return input.ReadSecret();
            }

            string answer = input.ReadLine();
            if (answer == "!?")
            {
                AskLine(string.IsNullOrEmpty(field.HelpMessage) ? $"No help is available for {field.Name}." : field.HelpMessage);
            }
            else if (answer.Length == 0)
            {
                return answer;
            }
            else if (LanguagePrimitives.TryConvertTo(answer, type, CultureInfo.InvariantCulture, out object value))
            {
                return value;
            }
            else
            {
                AskLine($"Cannot recognize \"{answer}\" as a {type.FullName}.");
            }
        }
    }

    private void Introduce(string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
        {
            screen.Ask(Environment.NewLine);
            AskLine(caption);
        }

        if (!string.IsNullOrEmpty(message))
        {
            AskLine(message);
        }
    }

    private void AskLine(string text) => screen.Ask(text + Environment.NewLine);
}

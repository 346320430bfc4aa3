using System.Security;

namespace RocketComs.Shell;

/// <summary>Reads a secret key by key, so that it neither shows nor lies about as a string.</summary>
internal static class SecretReader
{
    /// <summary>Gives the secret, or <see langword="null"/> when the input ended.</summary>
    public static SecureString? Read()
    {
        SecureString secret = new();
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                bool control = (key.Modifiers & ConsoleModifiers.Control) != 0;
                switch (key.Key)
                {
                    case ConsoleKey.Enter:
                        secret.MakeReadOnly();
                        return secret;
                    case ConsoleKey.C when control:
                        throw new OperationCanceledException();
                    case ConsoleKey.D when control && secret.Length == 0:
                    case ConsoleKey.D2 when key.KeyChar == '\0' && secret.Length == 0:
                        secret.Dispose();
                        return null;
                    case ConsoleKey.U when control:
                        secret.Clear();
                        break;
                    case ConsoleKey.Backspace when secret.Length > 0:
                        secret.RemoveAt(secret.Length - 1);
                        break;
                    default:
                        if (!char.IsControl(key.KeyChar))
                        {
                            secret.AppendChar(key.KeyChar);
                        }

                        break;
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }
}

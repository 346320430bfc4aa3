using RocketComs.Core.Api;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Rules;
using RocketComs.Core.Sending;

namespace RocketComs.PowerShell.Sending;

/// <summary>Looks at what batches of a template or a text send, and warns of what their owner should know. It is the same for all batches of a command.</summary>
internal sealed class ContentChecks
{
    private readonly BatchCommand _command;
    private readonly BatchContentClient _client;
    private readonly BatchSendOptions _options;
    private readonly HashSet<string> _checked = [];
    private BatchContent? _content;

    /// <summary>Initializes the checks of one command.</summary>
    public ContentChecks(BatchCommand command, ITransport transport, BatchSendOptions options)
    {
        _command = command;
        _client = new BatchContentClient(transport);
        _options = options;
    }

    /// <summary>Looks up template and lists, once a command: they are those that the user wrote.</summary>
    /// <param name="draft">A draft without a file.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="Core.Errors.InvalidParameterException">The text of the template cannot be sent.</exception>
    public async Task<BatchContent> LookAtAsync(BatchDraft draft, CancellationToken stop)
    {
        if (_content is null)
        {
            _content = await _client.GetAsync(draft, stop);
            foreach (string doubt in _content.Doubts())
            {
                _command.WriteWarning(doubt);
            }

            if (_content.Template is { Message: { } text } template)
            {
                CheckText(text, "MessageTemplateId", $"Message template {template.Id}");
            }
        }

        return _content;
    }

    /// <summary>Checks a text that is in no file: the rules for texts hold for it too.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameterName">The parameter that it came by.</param>
    /// <param name="what">What it is, for warnings.</param>
    /// <exception cref="Core.Errors.InvalidParameterException">It cannot be sent.</exception>
    public void CheckText(string text, string parameterName, string what)
    {
        if (_options.SkipValidation || !_checked.Add(text))
        {
            return;
        }

        foreach (string doubt in SingleText.Check(text, parameterName, _options.Measure))
        {
            _command.WriteWarning($"{what}: {doubt}");
        }
    }
}

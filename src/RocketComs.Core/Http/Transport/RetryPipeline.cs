using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Http.Transport;

/// <summary>Builds the retry strategy: exponential with jitter from half a second, <c>Retry-After</c> honoured up to a ceiling.</summary>
internal static class RetryPipeline
{
    /// <summary>The key under which the strategy finds the call that it repeats.</summary>
    public static readonly ResiliencePropertyKey<ApiRequest> Call = new("RocketComs.Call");

    public static ResiliencePipeline<ApiAnswer> Build(ClientOptions options)
    {
        if (options.MaximumRetryCount < 1)
        {
            return ResiliencePipeline<ApiAnswer>.Empty;
        }

        RetryStrategyOptions<ApiAnswer> retry = new()
        {
            MaxRetryAttempts = options.MaximumRetryCount,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(500),
            MaxDelay = TimeSpan.FromSeconds(30),
            UseJitter = true,
            ShouldHandle = args => new ValueTask<bool>(MayRetry(args, options)),
            DelayGenerator = args => new ValueTask<TimeSpan?>(
                args.Outcome.Result is { } answer ? FailurePolicy.Wait(answer, options.Clock.GetUtcNow()) : null),
            OnRetry = args =>
            {
                if (args.Context.Properties.TryGetValue(Call, out ApiRequest? request))
                {
                    request.Traced?.Invoke(new ClientTrace(request.Name, args.Outcome.Result?.StatusCode, 0, null) { RetryAfter = args.RetryDelay });
                }

                return default;
            },
        };
        if (options.Randomizer is not null)
        {
            retry.Randomizer = options.Randomizer;
        }

        return new ResiliencePipelineBuilder<ApiAnswer> { TimeProvider = options.Clock }.AddRetry(retry).Build();
    }

    private static bool MayRetry(RetryPredicateArguments<ApiAnswer> args, ClientOptions options)
    {
        if (!args.Context.Properties.TryGetValue(Call, out ApiRequest? request))
        {
            return false;
        }

        if (args.Outcome.Result is { } answer)
        {
            TimeSpan? wait = FailurePolicy.Wait(answer, options.Clock.GetUtcNow());
            return FailurePolicy.MayRetry(request, answer) && !(wait > options.MaximumRetryAfter);
        }

        return args.Outcome.Exception is RocketComsException fault && FailurePolicy.MayRetry(request, fault);
    }
}

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3): seconds or a date, and what servers write instead.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The header; <see langword="null"/> when it is not there or says nothing.</summary>
    /// <param name="headers">The headers of an answer.</param>
    public static RetryConditionHeaderValue? Read(HttpResponseHeaders headers)
    {
        if (headers.RetryAfter is { } known)
        {
            return known;
        }

        string text = headers.TryGetValues("Retry-After", out IEnumerable<string>? values) ? values.First().Trim() : string.Empty;
        bool isNegative = text.StartsWith("-", StringComparison.Ordinal);
        string digits = isNegative ? text.Substring(1) : text;
        if (digits.Length == 0 || !digits.All(character => character is >= '0' and <= '9'))
        {
            return null;
        }

        // More seconds than an int holds are a long time, and a negative number means now.
        return new RetryConditionHeaderValue(isNegative ? TimeSpan.Zero : TimeSpan.FromSeconds(int.MaxValue));
    }
}

#include "app/cli/invoicejson.h"
#include "app/cli/printing.h"
#include "app/cli/serveraccount.h"
#include "app/cli/terminal.h"
#include "core/fees/invoicecsv.h"
#include "core/sync/invoices.h"
#include "ui/words/account.h"
#include "ui/words/dates.h"
#include "ui/words/invoicesheet.h"
#include "ui/words/money.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Invoices)
};

/// Who is signed in, and what is kept of the account's invoices.
struct Books {
    std::unique_ptr<ServerAccount> own;
    LinkedAccount account;
    std::unique_ptr<Invoices> invoices;
};

Result<Books> open(const Context &context)
{
    Books books;
    auto own = ServerAccount::open(context);
    if (!own)
        return own.error();
    books.own = std::move(*own);
    Result<LinkedAccount> account = books.own->service().account();
    if (!account)
        return account.error();
    books.account = std::move(*account);
    books.invoices
        = std::make_unique<Invoices>(books.own->database(), context.workspace->catalogue());
    return books;
}

/// What the server has that is not here yet.
Result<Done> pull(Context &context, Books &books)
{
    Result<AccountService::Session> session = sessionOf(context, *books.own);
    if (!session)
        return session.error();
    ServerClient &client = *session->server;
    auto pulling = books.invoices->pull(books.account, client, std::move(session->token),
                                        context.stop.token());
    const Result<InvoicePull> report = context.finish(std::move(pulling));
    if (!report)
        return report.error();
    for (const QString &number : report->changed)
        tell(Text::tr("The server shows %1 otherwise than before. What was kept here stays; keyway "
                      "invoices verify %1 checks it.")
                 .arg(number));
    return Done();
}

/// pull(), where it may fail: what is kept here is shown then.
void tryToPull(Context &context, Books &books)
{
    const Result<Done> pulled = pull(context, books);
    if (pulled)
        return;
    const QString words = words::accountErrorWords(pulled.error());
    tell(words.isEmpty() ? Text::tr("The server's list could not be read. This is what is kept "
                                    "here.")
                         : words);
}

words::ServiceNames namesOf(const Context &context)
{
    return [&catalogue = context.workspace->catalogue()](const QString &id) {
        const Service *service = catalogue.service(id);
        return service ? service->name : id;
    };
}

QString monthOf(const Invoice &invoice)
{
    return u"%1 %2"_s.arg(words::monthName(invoice.month)).arg(invoice.month.year());
}

Exit list(Context &context, const Arguments &)
{
    Result<Books> books = open(context);
    if (!books)
        return failOnAccount(context, books.error());
    tryToPull(context, *books);
    const auto all = books->invoices->list(books->account.account);
    if (!all)
        return failOnAccount(context, all.error());
    if (context.json) {
        QJsonArray array;
        for (const InvoiceMessage &message : *all)
            array.append(message.toJson());
        context.printJson(array);
        return Exit::Done;
    }
    QList<QStringList> lines;
    for (const InvoiceMessage &message : *all) {
        const Invoice &invoice = message.document.invoice;
        lines.append({invoice.number, monthOf(invoice), words::invoiceStatusWord(message.status),
                      words::money(Money::fromCents(invoice.totalCents))});
    }
    if (lines.isEmpty())
        print(Text::tr("There is no invoice yet. A month is billed some days after it has ended."));
    else
        printTable(lines, u"lllr"_s,
                   {Text::tr("Number"), Text::tr("Month"), Text::tr("Status"), Text::tr("Total")});
    return Exit::Done;
}

/// As it is kept, or as the server has it where it is not.
Result<InvoiceMessage> find(Context &context, Books &books, const QString &number)
{
    Result<InvoiceMessage> found = books.invoices->invoice(books.account.account, number);
    if (found || found.error().reason() != "no-such-invoice"_L1)
        return found;
    if (const auto pulled = pull(context, books); !pulled)
        return pulled.error();
    return books.invoices->invoice(books.account.account, number);
}

void printInvoice(const Context &context, const InvoiceMessage &message)
{
    const words::InvoiceSheet sheet = words::invoiceSheet(message, namesOf(context));
    print(u"%1: %2"_s.arg(sheet.title, sheet.status));
    for (const QString &fact : sheet.facts)
        print(fact);
    print({});
    printTable(sheet.lines, u"lrrrr"_s, sheet.head);
    print({});
    printTable(sheet.totals, u"lr"_s);
    print({});
    for (const QString &note : sheet.notes)
        print(note);
    print(sheet.proof);
}

Result<Done> printPdf(const Context &context, const InvoiceMessage &message, const QString &path)
{
    QJsonObject names;
    for (const InvoiceLine &line : message.document.invoice.lines)
        names.insert(line.service, namesOf(context)(line.service));
    return printed({{u"invoice"_s, message.toJson()}, {u"services"_s, names}}, path);
}

Exit show(Context &context, const Arguments &arguments)
{
    Result<Books> books = open(context);
    if (!books)
        return failOnAccount(context, books.error());
    const Result<InvoiceMessage> found = find(context, *books, arguments.operands().first());
    if (!found)
        return failOnAccount(context, found.error());
    if (arguments.has(u"pdf"_s)) {
        const QString path = arguments.value(u"pdf"_s);
        if (const auto printed = printPdf(context, *found, path); !printed)
            return context.fail(printed.error());
        if (!context.quiet)
            tell(Text::tr("%1 is written.").arg(path));
        return Exit::Done;
    }
    if (arguments.has(u"csv"_s))
        printBytes(invoiceCsv(found->document.invoice));
    else if (context.json)
        context.printJson(found->toJson());
    else
        printInvoice(context, *found);
    return Exit::Done;
}

bool tellCheck(Context &context, const QString &number, const InvoiceCheck &check)
{
    if (context.json || context.quiet)
        return check.isRight();
    if (check.isRight())
        print(Text::tr("%1 is right: %n attempt(s), every line, the total, the chain and the "
                       "signature.",
                       nullptr, static_cast<int>(check.own + check.elsewhere))
                  .arg(number));
    else
        print(Text::tr("%1 is NOT right. %2")
                  .arg(number, words::invoiceDifferenceWords(*check.difference)));
    if (check.elsewhere > 0)
        print(Text::tr("%n of the attempts were made on other computers; for them the server's "
                       "word was taken.",
                       nullptr, static_cast<int>(check.elsewhere)));
    return check.isRight();
}

Exit verify(Context &context, const Arguments &arguments)
{
    Result<Books> books = open(context);
    if (!books)
        return failOnAccount(context, books.error());
    QStringList numbers = arguments.operands();
    if (numbers.isEmpty()) {
        tryToPull(context, *books);
        const auto kept = books->invoices->numbers(books->account.account);
        if (!kept)
            return failOnAccount(context, kept.error());
        numbers = *kept;
    } else if (const auto found = find(context, *books, numbers.first());
               !found && found.error().reason() != "bad-invoice"_L1) {
        return failOnAccount(context, found.error());
    }
    QJsonArray array;
    bool right = true;
    for (const QString &number : std::as_const(numbers)) {
        const Result<InvoiceCheck> check = books->invoices->check(books->account.account, number);
        if (!check)
            return failOnAccount(context, check.error());
        right = tellCheck(context, number, *check) && right;
        array.append(checkJson(number, *check));
    }
    if (context.json && arguments.operands().isEmpty())
        context.printJson(array);
    else if (context.json)
        context.printJson(array.first().toObject());
    return right ? Exit::Done : Exit::Error;
}

Exit pay(Context &context, const Arguments &arguments)
{
    Result<Books> books = open(context);
    if (!books)
        return failOnAccount(context, books.error());
    Result<AccountService::Session> session = sessionOf(context, *books->own);
    if (!session)
        return failOnAccount(context, session.error());
    auto asking = session->server->paymentPage(std::move(session->token),
                                               arguments.operands().first(), context.stop.token());
    const Result<QUrl> page = context.finish(std::move(asking));
    if (!page)
        return failOnAccount(context, page.error());
    const QString address = page->toString(QUrl::FullyEncoded);
    if (context.json)
        context.printJson(QJsonObject{{u"url"_s, address}});
    else
        print(address);
    return Exit::Done;
}

Exit trustKey(Context &context, const Arguments &)
{
    Result<Books> books = open(context);
    if (!books)
        return failOnAccount(context, books.error());
    if (!context.yes
        && !confirmed(
            Text::tr("Trust the key that the server shows next? Invoices that were signed "
                     "with the old one will no longer verify.")))
        return Exit::Error;
    if (const auto forgotten = books->invoices->forgetKey(books->account.account); !forgotten)
        return context.fail(forgotten.error());
    const Result<Done> pulled = pull(context, *books);
    return pulled ? Exit::Done : failOnAccount(context, pulled.error());
}

} // namespace

QList<Command> invoiceCommands()
{
    return {
        {{u"invoices"_s, u"list"_s},
         {},
         Text::tr("Invoices of the platform fee, oldest first"),
         {},
         0,
         0,
         list},
        {{u"invoices"_s, u"show"_s},
         u"NUMBER"_s,
         Text::tr("One invoice, line by line"),
         {{u"csv"_s, {}, Text::tr("as comma-separated values")},
          {u"pdf"_s, u"FILE"_s, Text::tr("as PDF into a file")}},
         1,
         1,
         show},
        {{u"invoices"_s, u"verify"_s},
         u"[NUMBER]"_s,
         Text::tr("Compute an invoice (or all) again from the records of this computer"),
         {},
         0,
         1,
         verify},
        {{u"invoices"_s, u"pay"_s},
         u"NUMBER"_s,
         Text::tr("The address of the payment provider's page for an invoice"),
         {},
         1,
         1,
         pay},
        {{u"invoices"_s, u"trust-key"_s},
         {},
         Text::tr("Accept that the server signs with another key than before"),
         {},
         0,
         0,
         trustKey},
    };
}

} // namespace keyway::cli

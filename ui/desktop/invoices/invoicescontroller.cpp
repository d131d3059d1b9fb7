#include "invoicescontroller.h"

#include "core/fees/invoicecsv.h"
#include "ui/desktop/invoices/invoicespage.h"
#include "ui/desktop/invoices/invoiceview.h"
#include "ui/desktop/invoices/plancards.h"
#include "ui/desktop/questiondialog.h"
#include "ui/desktop/settings/syncwords.h"
#include "ui/print/invoicepdf.h"
#include "ui/words/dates.h"
#include "ui/words/fees.h"
#include "ui/words/money.h"

#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int GatherMs = 200;
const QString pdfSuffix = u"pdf"_s;
const QString csvSuffix = u"csv"_s;

Result<Done> writeCsv(const Invoice &invoice, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(invoiceCsv(invoice)) >= 0 && file.commit())
        return Done();
    return Error(Error::Kind::Storage, file.errorString()).withReason(u"cannot-write"_s);
}

} // namespace

InvoicesController::InvoicesController(InvoicesPage *page, InvoicesBackend *backend,
                                       QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMs);
    connect(&m_gather, &QTimer::timeout, this, [this] { read(false); });
    connect(backend, &InvoicesBackend::changed, this, [this] {
        if (!m_gather.isActive())
            m_gather.start();
    });
    connect(page, &InvoicesPage::signInRequested, this, &InvoicesController::signInRequested);
    connect(page, &InvoicesPage::tryAgainRequested, this, [this] { read(true); });
    connect(page, &InvoicesPage::verifyRequested, this, &InvoicesController::verify);
    connect(page, &InvoicesPage::payRequested, this, &InvoicesController::pay);
    connect(page, &InvoicesPage::planRequested, this, &InvoicesController::choosePlan);
    connect(page, &InvoicesPage::pdfRequested, this, [this] { save(pdfSuffix); });
    connect(page, &InvoicesPage::csvRequested, this, [this] { save(csvSuffix); });
}

void InvoicesController::start()
{
    read(false);
}

void InvoicesController::read(bool ask)
{
    m_backend->read(ask, this, [this, ask](const Result<InvoicesValue> &value) {
        if (!value)
            return tell(accountProblem(value.error()));
        InvoicesValue shown = *value;
        // What the server said a moment ago still holds.
        if (!ask && m_asked && shown.signedIn) {
            const InvoicesValue &before = m_page->value();
            shown.open = before.open;
            shown.plan = before.plan;
            shown.figures = before.figures;
            shown.error = before.error;
        }
        m_page->setValue(shown);
        const bool first = shown.signedIn && !m_asked;
        m_asked = shown.signedIn;
        if (first && !ask)
            read(true);
    });
}

void InvoicesController::verify(const QString &number)
{
    m_page->view()->setChecking(true);
    m_backend->check(number, this, [this, number](const Result<InvoiceCheck> &check) {
        m_page->view()->setChecking(false);
        if (!m_page->chosen() || m_page->chosen()->document.invoice.number != number)
            return;
        if (!check)
            return m_page->view()->setCheck(false, tr("It cannot be computed again."),
                                            accountProblem(check.error()));
        if (check->difference)
            return m_page->view()->setCheck(false, tr("%1 is not right.").arg(number),
                                            words::invoiceDifferenceWords(*check->difference));
        const qint64 all = check->own + check->elsewhere;
        QString text = tr("%n request(s) were computed again from your own records: every line, "
                          "the total and the signature fit.",
                          nullptr, static_cast<int>(all));
        if (check->elsewhere > 0)
            text += u' '
                + tr("%n of them were made on other computers; for those the server's word was "
                     "taken.",
                     nullptr, static_cast<int>(check->elsewhere));
        m_page->view()->setCheck(true, tr("%1 is right.").arg(number), text);
    });
}

void InvoicesController::pay(const QString &number)
{
    m_page->view()->pay()->setEnabled(false);
    m_backend->payPage(number, this, [this](const Result<QUrl> &page) {
        m_page->view()->pay()->setEnabled(true);
        if (page)
            Q_EMIT openRequested(*page);
        else
            tell(accountProblem(page.error()));
    });
}

void InvoicesController::choosePlan(const FeePolicy &plan)
{
    const InvoicesValue &value = m_page->value();
    const PlanHistory *history = value.history();
    if (!history || !value.plan)
        return;
    const auto coming = history->coming(value.today);
    const FeePolicy &next = coming ? coming->second : history->on(value.today);
    if (next.plan == plan.plan)
        return;
    const QDate from = monthOf(value.today).addMonths(1);
    auto *question = new QuestionDialog(
        tr("Change to %1 from %2?").arg(words::planName(plan.plan), words::dayAndLongMonth(from)),
        m_page);
    question->addParagraph(tr("Until then: %1").arg(planLine(history->on(value.today))));
    question->addParagraph(tr("From then on: %1").arg(planLine(plan)));
    std::optional<Money> before, after;
    for (const PlanFigure &figure : value.figures) {
        if (figure.plan.plan == history->on(value.today).plan)
            before = figure.fee;
        if (figure.plan.plan == plan.plan)
            after = figure.fee;
    }
    if (before && after && value.lastRequests > 0)
        question->addParagraph(tr("%1 would have cost %2 instead of %3.")
                                   .arg(words::monthName(value.lastMonth), words::money(*after),
                                        words::money(*before)));
    question->addParagraph(tr("It can be changed back until the month begins."));
    question->addAnswer(u"cancel"_s, tr("Cancel"));
    question->addAnswer(u"go"_s, tr("Change plan"), ButtonKind::Primary);
    const PlanChoice choice{plan.plan, plan.freeTier.paid};
    connect(question, &QuestionDialog::answered, this, [this, choice](const QString &answer) {
        if (answer != "go"_L1)
            return;
        m_backend->choosePlan(choice, this, [this](const Result<Done> &done) {
            if (!done)
                tell(accountProblem(done.error()));
            read(true);
        });
    });
    question->open();
}

void InvoicesController::save(const QString &suffix)
{
    if (!m_page->chosen())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = m_page->chosen()->document.invoice.number + u'.' + suffix;
    auto *dialog = new QFileDialog(m_page, tr("Save the invoice"), QDir(folder).filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, suffix](const QString &path) { write(path, suffix); });
    dialog->open();
}

void InvoicesController::write(const QString &path, const QString &suffix)
{
    const InvoiceMessage *message = m_page->chosen();
    if (!message)
        return;
    const Result<Done> written = suffix == pdfSuffix
        ? print::writeInvoicePdf(m_page->sheetOf(*message), path)
        : writeCsv(message->document.invoice, path);
    if (!written)
        tell(accountProblem(written.error()));
}

void InvoicesController::tell(const QString &words)
{
    auto *dialog = new QuestionDialog(words, m_page);
    dialog->addAnswer(u"close"_s, QuestionDialog::tr("Close"), ButtonKind::Primary);
    dialog->open();
}

} // namespace keyway

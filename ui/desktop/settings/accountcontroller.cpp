#include "accountcontroller.h"

#include "ui/desktop/questiondialog.h"
#include "ui/desktop/settings/accountpage.h"
#include "ui/desktop/settings/passworddialogs.h"
#include "ui/desktop/settings/settinggroup.h"
#include "ui/desktop/settings/syncdetails.h"
#include "ui/desktop/settings/syncwords.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int GatherMs = 150;

} // namespace

AccountController::AccountController(AccountPage *page, AccountBackend *backend, Now now,
                                     QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_now(std::move(now))
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMs);
    connect(&m_gather, &QTimer::timeout, this, &AccountController::refresh);
    connect(backend, &AccountBackend::changed, this, [this] {
        if (!m_gather.isActive())
            m_gather.start();
    });
    connect(page, &AccountPage::signInRequested, this,
            [this] { openSignIn(SignInDialog::Step::SignIn); });
    connect(page, &AccountPage::signUpRequested, this,
            [this] { openSignIn(SignInDialog::Step::SignUp); });
    connect(page, &AccountPage::signOutRequested, this, &AccountController::signOut);
    connect(page, &AccountPage::signOutEverywhereRequested, this,
            &AccountController::signOutEverywhere);
    connect(page, &AccountPage::deviceSignOutRequested, this, &AccountController::signOutDevice);
    connect(page, &AccountPage::sendEarlierRequested, this, &AccountController::sendEarlier);
    connect(page, &AccountPage::exportRequested, this, &AccountController::exportData);
    connect(page, &AccountPage::serverChosen, this, &AccountController::setServer);
    connect(page, &AccountPage::sendNowRequested, backend, &AccountBackend::sendNow);
    const auto settled = [this](const Result<Done> &result) {
        if (!result)
            tell(accountProblem(result.error()));
        refresh();
    };
    connect(page, &AccountPage::syncsChosen, this,
            [this, settled](bool on) { m_backend->setSyncs(on, this, settled); });
    connect(page, &AccountPage::tellsHealthChosen, this,
            [this, settled](bool on) { m_backend->setTellsHealth(on, this, settled); });
    connect(page, &AccountPage::passwordChangeRequested, this, [this] {
        auto *dialog = new ChangePasswordDialog(m_backend, m_page);
        connect(dialog, &QDialog::accepted, this, &AccountController::readDevices);
        dialog->open();
    });
    connect(page, &AccountPage::deleteRequested, this, [this] {
        (new DeleteAccountDialog(m_page->status().account->email, m_backend, m_page))->open();
    });
    connect(page, &AccountPage::lastRecordRequested, this,
            [this] { (new LastRecordDialog(*m_page->status().lastRecord, m_page))->open(); });
    connect(page, &AccountPage::notTakenRequested, this,
            [this] { (new NotTakenDialog(m_page->status(), m_now(), m_page))->open(); });
    connect(page, &AccountPage::problemRequested, this,
            [this] { (new SyncProblemDialog(m_page->status(), m_page))->open(); });
}

void AccountController::start()
{
    refresh();
}

void AccountController::refresh()
{
    m_backend->status(this, [this](const Result<SyncStatus> &status) {
        if (!status)
            return m_page->setServerProblem(accountProblem(status.error()));
        m_page->setStatus(*status, m_now());
        const std::optional<Id> device
            = status->account ? std::optional(status->account->device) : std::nullopt;
        if (std::exchange(m_device, device) != device && device)
            readDevices();
    });
}

void AccountController::readDevices()
{
    m_backend->devices(this, [this](const Result<QList<AccountDevice>> &devices) {
        if (devices)
            m_page->setDevices(*devices, m_now());
        else if (m_page->status().account)
            m_page->setDevicesProblem(accountProblem(devices.error()));
    });
}

void AccountController::openSignIn(SignInDialog::Step step)
{
    const SyncStatus &status = m_page->status();
    // Whoever was signed in here has decided about that.
    auto *dialog = new SignInDialog(step, status.account ? 0 : status.earlier, m_backend, m_page);
    if (status.account)
        dialog->setEmail(status.account->email);
    dialog->open();
}

void AccountController::signOut()
{
    m_backend->signOut(this, [this](const Result<bool> &told) {
        if (!told)
            tell(accountProblem(told.error()));
        else if (!*told)
            tell(tr("Signed out here. The server could not be told, so its list still has this "
                    "computer."));
    });
}

void AccountController::signOutEverywhere()
{
    auto *question = new QuestionDialog(tr("Sign out on every computer?"), m_page);
    question->addParagraph(tr("Each computer has to sign in again. Nothing is lost: records wait "
                              "where they are."));
    question->addAnswer(u"cancel"_s, tr("Cancel"));
    question->addAnswer(u"go"_s, tr("Sign out everywhere"), ButtonKind::Primary);
    connect(question, &QuestionDialog::answered, this, [this](const QString &answer) {
        if (answer != "go"_L1)
            return;
        m_backend->signOutEverywhere(this, [this](const Result<Done> &result) {
            if (!result)
                tell(accountProblem(result.error()));
        });
    });
    question->open();
}

void AccountController::signOutDevice(const AccountDevice &device)
{
    m_backend->signOutDevice(device.device, this, [this](const Result<Done> &result) {
        if (!result)
            tell(accountProblem(result.error()));
        readDevices();
    });
}

void AccountController::sendEarlier()
{
    auto *question = new QuestionDialog(tr("Send %n record(s) from before, too?", nullptr,
                                           static_cast<int>(m_page->status().earlier)),
                                        m_page);
    question->addParagraph(tr("The server then has them, and that cannot be taken back. What was "
                              "used before you made the account is never billed."));
    question->addAnswer(u"cancel"_s, tr("Cancel"));
    question->addAnswer(u"go"_s, tr("Send them"), ButtonKind::Primary);
    connect(question, &QuestionDialog::answered, this, [this](const QString &answer) {
        if (answer != "go"_L1)
            return;
        m_backend->sendEarlier(this, [this](const Result<Done> &result) {
            if (!result)
                tell(accountProblem(result.error()));
        });
    });
    question->open();
}

void AccountController::exportData()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_page, tr("Save what the server keeps"),
                                   QDir(folder).filePath(u"keyway-account.json"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_backend->exportTo(path, this, [this](const Result<Done> &result) {
            if (!result)
                tell(accountProblem(result.error()));
        });
    });
    dialog->open();
}

void AccountController::setServer(const QString &address)
{
    m_backend->setServer(address, this, [this](const Result<Done> &result) {
        if (!result)
            m_page->setServerProblem(accountProblem(result.error()));
        else
            refresh();
    });
}

void AccountController::tell(const QString &words)
{
    auto *dialog = new QuestionDialog(words, m_page);
    dialog->addAnswer(u"close"_s, QuestionDialog::tr("Close"), ButtonKind::Primary);
    dialog->open();
}

} // namespace keyway

#pragma once

#include "core/base/id.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace keyway::server {

/// What somebody is to be told by e-mail. The words are the operator's.
struct Mail {
    enum class Kind {
        Verify, ///< with the token that proves the address
        Reset, ///< with the token that allows a new password
        Exists ///< somebody wanted to sign up with an address that has an account
    };
    Kind kind = Kind::Verify;
    QString to;
    QByteArray token;

    /// `{"kind": "verify", "to": "...", "token": "..."}` and a line end.
    QByteArray toJson() const;
};

/// Takes mails away. Callable from any thread, does not block.
class Mailer {
public:
    virtual ~Mailer() = default;
    virtual void send(const Mail &mail) = 0;
};

/// Runs the operator's command for each mail, which is on its standard input.
class CommandMailer final : public Mailer {
public:
    /// `command` is started without a shell: a program and its arguments.
    explicit CommandMailer(QStringList command);
    ~CommandMailer() override;
    void send(const Mail &mail) override;

private:
    class Runner;
    Runner *m_runner; ///< lives on the thread that made the mailer
};

/// Writes each mail as a file, readable by the server's user alone, into a folder from which the
/// operator takes them.
class FolderMailer final : public Mailer {
public:
    explicit FolderMailer(QString folder);
    void send(const Mail &mail) override;

private:
    const QString m_folder;
};

/// Prints mails to standard output, for development.
class PrintingMailer final : public Mailer {
public:
    void send(const Mail &mail) override;
};

} // namespace keyway::server
